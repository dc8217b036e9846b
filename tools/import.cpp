#include <cerrno>
#include <cstdio>
#include <cstring>
#include <memory>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "tools/backend.hpp"
#include "tools/collection_files.hpp"
#include "tools/commands.hpp"
#include "tools/import_report.hpp"
#include "tools/progress.hpp"

namespace talentmatch {
namespace {

struct ImportArguments {
  Access access;
  std::vector<std::filesystem::path> paths;
  std::string collection;
  std::string mode = "upsert";
  std::filesystem::path errors;
};

struct CloseFile {
  void operator()(std::FILE* file) const {
    if (file != stdin) std::fclose(file);
  }
};
using File = std::unique_ptr<std::FILE, CloseFile>;

Outcome<File> open_file(const std::filesystem::path& path, const char* mode) {
  File file(path == "-" ? stdin : std::fopen(path.c_str(), mode));
  if (!file) return give_up(fmt::format("{}: {}", path.string(), std::strerror(errno)));
  return file;
}

ByteSource reader_of(std::FILE* file, const std::filesystem::path& path, Progress& progress) {
  std::error_code unknown;
  const auto size = path == "-" ? 0 : std::filesystem::file_size(path, unknown);
  return [=, &progress, read = std::uint64_t{0}](char* buffer,
                                                 std::size_t capacity) mutable -> Result<std::size_t> {
    const auto count = std::fread(buffer, 1, capacity, file);
    if (count == 0 && std::ferror(file) != 0) {
      return fail({.code = ErrorCode::io_error,
                   .field = {},
                   .value = {},
                   .detail = path.string(),
                   .suggestions = {}});
    }
    read += count;
    if (!unknown && size > 0)
      progress.update(static_cast<double>(read) / static_cast<double>(size), read >> 20U);
    return count;
  };
}

void print_summary(const ImportArguments& arguments, const CollectionFile& file, const ImportReport& report) {
  if (arguments.access.json) {
    fmt::print("{{\"collection\":\"{}\",\"totals\":{}}}\n", word(file.collection), report.totals());
  } else {
    fmt::print("{}: {}\n", word(file.collection), report.totals());
  }
}

// Whether every line was taken.
Outcome<bool> import_file(const ImportArguments& arguments, const Backend& backend,
                          const CollectionFile& file, std::FILE* errors) {
  const auto opened = open_file(file.path, "rb");
  if (!opened) return std::unexpected(opened.error());
  ImportReport report(file.path.string(), errors);
  {
    Progress progress(std::string(word(file.collection)), "MB");
    const auto mode = arguments.mode == "replace" ? ImportMode::replace : ImportMode::upsert;
    const auto imported = backend.import(file.collection, mode, reader_of(opened->get(), file.path, progress),
                                         [&](std::string_view bytes) { return report.take(bytes); });
    if (!imported) return std::unexpected(imported.error());
  }
  if (report.totals().empty()) return give_up(fmt::format("{}: the import broke off", file.path.string()));
  print_summary(arguments, file, report);
  if (report.refused())
    fmt::print(stderr, "{}: nothing was replaced: {}\n", file.path.string(), report.refusal());
  return report.rejected() == 0 && !report.refused();
}

Outcome<int> import_files(const ImportArguments& arguments) {
  const auto files = collection_files(arguments.paths, parse_word<Collection>(arguments.collection));
  if (!files) return std::unexpected(files.error());
  File errors;
  if (!arguments.errors.empty()) {
    auto opened = open_file(arguments.errors, "wb");
    if (!opened) return std::unexpected(opened.error());
    errors = *std::move(opened);
  }
  const auto backend = Backend::open(arguments.access, Missing::created);
  if (!backend) return std::unexpected(backend.error());
  bool all_taken = true;
  for (const auto& file : *files) {
    const auto taken = import_file(arguments, *backend, file, errors.get());
    if (!taken) return std::unexpected(taken.error());
    all_taken = all_taken && *taken;
  }
  return all_taken ? kDone : kFailed;
}

}  // namespace

void add_import(CLI::App& program, Action& chosen) {
  auto* command =
      program.add_subcommand("import", "Take NDJSON files into a data directory or a running server");
  auto arguments = std::make_shared<ImportArguments>();
  command
      ->add_option("files", arguments->paths,
                   "Files, or folders of schools.ndjson, employers.ndjson …; - = input")
      ->required();
  command
      ->add_option("--collection", arguments->collection, "What the files hold, where their names do not say")
      ->check(CLI::IsMember(collection_names()));
  command->add_option("--mode", arguments->mode, "upsert (default), or replace the whole collection")
      ->check(CLI::IsMember({"upsert", "replace"}));
  command->add_option("--errors", arguments->errors, "Write every rejected line's reason here, as NDJSON")
      ->type_name("FILE");
  add_access(*command, arguments->access);
  command->footer(
      "Files are taken in the order in which references resolve. A bad line rejects itself only; the exit "
      "status\n"
      "is 1 if any was.\n"
      "Example:\n  talentmatch import --data var/data var/world\n"
      "  talentmatch import --server http://127.0.0.1:8080 --collection postings new.ndjson --errors "
      "rejected.ndjson");
  command->callback([&chosen, arguments] { chosen = [arguments] { return import_files(*arguments); }; });
}

}  // namespace talentmatch
