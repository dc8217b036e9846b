#include <cstdio>
#include <fstream>
#include <memory>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "tools/backend.hpp"
#include "tools/collection_files.hpp"
#include "tools/commands.hpp"

namespace talentmatch {
namespace {

struct ExportArguments {
  Access access;
  std::vector<std::string> collections;
  std::filesystem::path out;
};

Outcome<void> write_to_output(const Backend& backend, Collection collection) {
  bool sound = true;
  auto done = backend.export_all(collection, [&](std::string_view bytes) {
    sound = std::fwrite(bytes.data(), 1, bytes.size(), stdout) == bytes.size();
    return sound;
  });
  if (!sound || std::fflush(stdout) != 0) return give_up("the output cannot be written");
  return done;
}

// Under another name until it is whole.
Outcome<void> write_to_file(const Backend& backend, Collection collection,
                            const std::filesystem::path& path) {
  auto partial = path;
  partial += ".part";
  std::ofstream file(partial, std::ios::binary);
  auto done = backend.export_all(collection, [&](std::string_view bytes) {
    return static_cast<bool>(file.write(bytes.data(), static_cast<std::streamsize>(bytes.size())));
  });
  file.close();
  if (!file) return give_up(fmt::format("{}: cannot be written", partial.string()));
  if (!done) return done;
  std::error_code error;
  std::filesystem::rename(partial, path, error);
  if (error) return give_up(fmt::format("{}: {}", path.string(), error.message()));
  return {};
}

Outcome<int> write_folder(const ExportArguments& arguments, const Backend& backend) {
  std::error_code error;
  std::filesystem::create_directories(arguments.out, error);
  if (error) return give_up(fmt::format("{}: {}", arguments.out.string(), error.message()));
  const auto& names = arguments.collections.empty() ? collection_names() : arguments.collections;
  for (const auto& name : names) {
    const auto collection = *parse_word<Collection>(name);
    const auto path = arguments.out / file_name(collection);
    if (auto done = write_to_file(backend, collection, path); !done) return std::unexpected(done.error());
    fmt::print(stderr, "{}\n", path.string());
  }
  return kDone;
}

Outcome<int> export_collections(const ExportArguments& arguments) {
  if (arguments.out.empty() && arguments.collections.size() != 1) {
    return give_up("name one collection, or a folder with --out DIR", kMisused);
  }
  const auto backend = Backend::open(arguments.access);
  if (!backend) return std::unexpected(backend.error());
  if (!arguments.out.empty()) return write_folder(arguments, *backend);
  const auto done = write_to_output(*backend, *parse_word<Collection>(arguments.collections.front()));
  if (!done) return std::unexpected(done.error());
  return kDone;
}

}  // namespace

void add_export(CLI::App& program, Action& chosen) {
  auto* command = program.add_subcommand("export", "Write collections as NDJSON");
  auto arguments = std::make_shared<ExportArguments>();
  command->add_option("collections", arguments->collections, "Which; with --out default: all")
      ->check(CLI::IsMember(collection_names()));
  command->add_option("--out", arguments->out, "Folder for one file a collection; else the output")
      ->type_name("DIR");
  add_access(*command, arguments->access);
  command->footer(
      "Example:\n  talentmatch export --data var/data postings > postings.ndjson\n"
      "  talentmatch export --server http://127.0.0.1:8080 --out backup");
  command->callback(
      [&chosen, arguments] { chosen = [arguments] { return export_collections(*arguments); }; });
}

}  // namespace talentmatch
