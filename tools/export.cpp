#include <memory>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "tools/backend.hpp"
#include "tools/collection_files.hpp"
#include "tools/commands.hpp"
#include "tools/output.hpp"

namespace talentmatch {
namespace {

struct ExportArguments {
  Access access;
  std::vector<std::string> collections;
  std::filesystem::path out;
};

Producer producer(const Backend& backend, Collection collection) {
  return [&backend, collection](const ByteSink& sink) { return backend.export_all(collection, sink); };
}

Outcome<int> write_folder(const ExportArguments& arguments, const Backend& backend) {
  std::error_code error;
  std::filesystem::create_directories(arguments.out, error);
  if (error) return give_up(fmt::format("{}: {}", arguments.out.string(), error.message()));
  const auto& names = arguments.collections.empty() ? collection_names() : arguments.collections;
  for (const auto& name : names) {
    const auto collection = *parse_word<Collection>(name);
    const auto path = arguments.out / file_name(collection);
    if (auto done = write_to_file(path, producer(backend, collection)); !done)
      return std::unexpected(done.error());
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
  const auto done =
      write_to_output(producer(*backend, *parse_word<Collection>(arguments.collections.front())));
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
