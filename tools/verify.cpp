#include <memory>
#include <optional>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "storage/codec/backup_json.hpp"
#include "storage/store/backup/backups.hpp"
#include "tools/backend.hpp"
#include "tools/collection_files.hpp"
#include "tools/commands.hpp"
#include "tools/verification.hpp"

namespace talentmatch {
namespace {

void print_json(const DataVerification& verification) {
  fmt::print("{{");
  for (const auto& name : collection_names()) {
    fmt::print("\"{}\":{},", name, verification.count(*parse_word<Collection>(name)));
  }
  fmt::print("\"problems\":{}}}\n", verification.problem_count());
}

void print_text(const DataVerification& verification) {
  for (const auto& name : collection_names()) {
    fmt::print("{:>10} {}\n", verification.count(*parse_word<Collection>(name)), name);
  }
  fmt::print("{:>10} problems\n", verification.problem_count());
}

struct VerifyArguments {
  Access access;
  std::filesystem::path backups;
  std::optional<std::uint32_t> id;
};

Outcome<int> verify_backup(const VerifyArguments& arguments) {
  const auto language = arguments.access.language;
  const auto folder = Backups::open(arguments.backups);
  if (!folder) return give_up(folder.error(), language);
  const auto backup = folder->find(arguments.id);
  if (!backup) return give_up(backup.error(), language);
  if (auto sound = folder->verify(backup->id); !sound) return give_up(sound.error(), language);
  std::string told;
  append_backup(told, *backup);
  if (arguments.access.json) {
    fmt::print("{}\n", told);
  } else {
    fmt::print("backup {} of {}, data version {}: every file is whole\n", backup->id,
               format_moment(backup->seconds), backup->version);
  }
  return kDone;
}

Outcome<int> verify_data(const Access& access) {
  const auto service = open_service(access, Missing::refused);
  if (!service) return std::unexpected(service.error());
  if (auto sound = (*service)->check_files(); !sound) return give_up(sound.error(), access.language);
  DataVerification verification((*service)->catalog());
  for (const auto& name : collection_names()) {
    const auto collection = *parse_word<Collection>(name);
    const auto sink = [&](std::string_view bytes) { return verification.take(collection, bytes); };
    if (auto read = (*service)->export_all(collection, sink); !read)
      return give_up(read.error(), access.language);
  }
  verification.compare(*(*service)->snapshot());
  for (const auto& problem : verification.problems()) fmt::print(stderr, "{}\n", problem);
  access.json ? print_json(verification) : print_text(verification);
  return verification.problem_count() == 0 ? kDone : kFailed;
}

}  // namespace

void add_verify(CLI::App& program, Action& chosen) {
  auto* command = program.add_subcommand(
      "verify", "Check a data directory (checksums, records, references, index) or a backup");
  auto arguments = std::make_shared<VerifyArguments>();
  add_data(*command, arguments->access);
  command->add_option("--backups", arguments->backups, "Check a backup of this folder instead")
      ->type_name("DIR")
      ->excludes("--data");
  command->add_option("--id", arguments->id, "Which backup; default: the newest")
      ->type_name("N")
      ->needs("--backups");
  add_catalog(*command, arguments->access);
  add_language(*command, arguments->access);
  command->footer(
      "Example:\n  talentmatch verify --data var/data\n  talentmatch verify --backups /mnt/backups");
  command->callback([&chosen, arguments] {
    chosen = [arguments] {
      return arguments->backups.empty() ? verify_data(arguments->access) : verify_backup(*arguments);
    };
  });
}

}  // namespace talentmatch
