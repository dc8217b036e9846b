#include "tools/access.hpp"

#include <cstdlib>
#include <fstream>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "storage/catalog/load_catalog.hpp"

namespace talentmatch {

void add_language(CLI::App& command, Access& access) {
  command
      .add_option_function<std::string>(
          "--lang", [&](const std::string& tag) { access.language = *parse_word<Language>(tag); },
          "Language of messages")
      ->default_str(std::string(word(access.language)))
      ->type_name("en|zh")
      ->check(CLI::IsMember(words<Language>).description(""));
  command.add_flag("--json", access.json, "Answer as JSON");
}

void add_catalog(CLI::App& command, Access& access) {
  command.add_option("--catalog", access.catalog, "Folder of the catalogue; default: the shipped one")
      ->type_name("DIR");
}

void add_data(CLI::App& command, Access& access) {
  command.add_option("--data", access.data, "Data directory")->type_name("DIR");
}

void add_server(CLI::App& command, Access& access) {
  auto* server = command.add_option("--server", access.server,
                                    "Work through a running server: http://HOST:PORT or https://…");
  server->type_name("URL")->excludes("--data");
  add_key_file(command, access);
  command
      .add_option("--ca", access.ca, "Certificates to check a https server by (PEM); default: the system's")
      ->type_name("FILE");
}

void add_key_file(CLI::App& command, Access& access) {
  command
      .add_option("--key-file", access.key_file,
                  "File with the key for the server; default: the environment's TALENTMATCH_KEY")
      ->type_name("FILE");
}

void add_access(CLI::App& command, Access& access) {
  add_data(command, access);
  add_server(command, access);
  add_catalog(command, access);
  add_language(command, access);
}

Outcome<std::string> key_of(const Access& access) {
  if (access.key_file.empty()) {
    const char* given = std::getenv("TALENTMATCH_KEY");  // NOLINT(concurrency-mt-unsafe): nobody sets it
    return given == nullptr ? std::string() : std::string(given);
  }
  std::string key;
  std::ifstream file(access.key_file);
  if (!(file >> key)) return give_up(fmt::format("{}: no key in this file", access.key_file.string()));
  return key;
}

Outcome<std::filesystem::path> catalog_folder(const Access& access) {
  if (!access.catalog.empty()) return access.catalog;
  std::error_code unknown;
  const auto program = std::filesystem::read_symlink("/proc/self/exe", unknown);
  if (auto found = find_default_catalog(program)) return *std::move(found);
  const bool zh = access.language == Language::zh;
  return give_up(zh ? "找不到专业目录，请用 --catalog DIR 指定"
                    : "no catalogue beside the program; name its folder with --catalog DIR");
}

Outcome<std::shared_ptr<const Catalog>> open_catalog(const Access& access) {
  const auto folder = catalog_folder(access);
  if (!folder) return std::unexpected(folder.error());
  auto catalog = load_catalog(*folder);
  if (!catalog) return give_up(catalog.error(), access.language);
  return *std::move(catalog);
}

}  // namespace talentmatch
