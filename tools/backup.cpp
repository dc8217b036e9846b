#include <memory>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "storage/codec/backup_json.hpp"
#include "tools/backend.hpp"
#include "tools/backup_options.hpp"
#include "tools/commands.hpp"
#include "tools/json_answer.hpp"
#include "tools/progress.hpp"

namespace talentmatch {
namespace {

struct BackupArguments {
  Access access;
  BackupOptions options;
  bool list = false;
};

std::string readable(const JsonElement& backup, Language language) {
  const bool zh = language == Language::zh;
  const auto id = number_of(backup, "id");
  if (has(backup, "damaged")) {
    return fmt::format(fmt::runtime(zh ? "备份 {}：已损坏\n" : "backup {}: damaged\n"), id);
  }
  constexpr double kMegabyte = 1e6;
  return fmt::format(fmt::runtime(zh ? "备份 {}：{}，数据版本 {}，{:.1f} MB\n"
                                     : "backup {}: {}, data version {}, {:.1f} MB\n"),
                     id, text_of(backup, "made"), text_of(backup, "version"),
                     static_cast<double>(number_of(backup, "bytes")) / kMegabyte);
}

void print(const std::string& answer, const Access& access) {
  simdjson::dom::parser parser;
  JsonElement told;
  if (access.json || parser.parse(answer).get(told) != simdjson::SUCCESS) {
    fmt::print("{}\n", answer);
  } else if (has(told, "backups")) {
    for (const auto& backup : list_of(told, "backups")) fmt::print("{}", readable(backup, access.language));
  } else {
    fmt::print("{}", readable(told, access.language));
  }
}

Outcome<std::string> make_or_list(const Backend& backend, bool list) {
  if (list) return backend.backups();
  Progress bar("backup", "MB");
  return backend.back_up([&](std::uint64_t done, std::uint64_t expected) {
    constexpr std::uint64_t kMegabyte = 1'000'000;
    bar.update(static_cast<double>(done) / static_cast<double>(expected + 1), done / kMegabyte);
    return true;
  });
}

Outcome<int> back_up(const BackupArguments& arguments) {
  const auto backend = Backend::open(arguments.access, Missing::refused, arguments.options);
  if (!backend) return std::unexpected(backend.error());
  const auto answer = make_or_list(*backend, arguments.list);
  if (!answer) return std::unexpected(answer.error());
  print(*answer, arguments.access);
  return kDone;
}

}  // namespace

void add_backup(CLI::App& program, Action& chosen) {
  auto* command = program.add_subcommand("backup", "Back up a data directory, also while it is served");
  auto arguments = std::make_shared<BackupArguments>();
  add_access(*command, arguments->access);
  add_backup_options(*command, "--to", arguments->options);
  for (const char* name : {"--to", "--keep", "--keep-days"}) {
    command->get_option(name)->excludes("--server");
  }
  command->add_flag("--list", arguments->list, "Show the backups that are kept instead");
  command->footer(
      "A server's own folder and times are options of serve.\nExample:\n"
      "  talentmatch backup --data var/data --to /mnt/backups\n"
      "  talentmatch backup --server http://127.0.0.1:8080");
  command->callback([&chosen, arguments] { chosen = [arguments] { return back_up(*arguments); }; });
}

}  // namespace talentmatch
