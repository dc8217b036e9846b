#include <memory>
#include <optional>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "storage/codec/backup_json.hpp"
#include "storage/store/backup/backups.hpp"
#include "tools/backend.hpp"
#include "tools/commands.hpp"
#include "tools/progress.hpp"

namespace talentmatch {
namespace {

struct RestoreArguments {
  Access access;
  std::filesystem::path from;
  std::optional<std::uint32_t> id;
};

Outcome<Backup> restore_files(const RestoreArguments& arguments) {
  const auto language = arguments.access.language;
  const auto folder = Backups::open(arguments.from);
  if (!folder) return give_up(folder.error(), language);
  const auto backup = folder->find(arguments.id);
  if (!backup) return give_up(backup.error(), language);
  Progress bar("restore", "MB");
  constexpr std::uint64_t kMegabyte = 1'000'000;
  const auto done =
      folder->restore(backup->id, arguments.access.data, [&](std::uint64_t bytes, std::uint64_t all) {
        bar.update(static_cast<double>(bytes) / static_cast<double>(all + 1), bytes / kMegabyte);
      });
  if (!done) return give_up(done.error(), language);
  return *backup;
}

void print_text(const Backup& backup, const Snapshot& restored, const Access& access) {
  const auto& counts = restored.counts();
  const bool zh = access.language == Language::zh;
  fmt::print(
      fmt::runtime(
          zh ? "已将备份 {}（{}）恢复到 {}：数据版本 {}，院校 {}、企业 {}、毕业生 {}、岗位 {}、去向记录 {}\n"
             : "backup {} of {} restored into {}: data version {}, {} schools, {} employers, "
               "{} graduates, {} postings, {} placements\n"),
      backup.id, format_moment(backup.seconds), access.data.string(), restored.version(), counts.schools,
      counts.employers, counts.graduates, counts.postings, counts.placements);
}

void print_json(const Backup& backup, const Service& restored) {
  std::string out = "{\"backup\":";
  append_backup(out, backup);
  out += ",\"restored\":";
  restored.stats(out);
  fmt::print("{}}}\n", out);
}

// That it loads is part of the restoring: only then is it known to be of use.
Outcome<int> restore(const RestoreArguments& arguments) {
  const auto backup = restore_files(arguments);
  if (!backup) return std::unexpected(backup.error());
  const auto service = open_service(arguments.access, Missing::refused);
  if (!service) return std::unexpected(service.error());
  if (arguments.access.json) {
    print_json(*backup, **service);
  } else {
    print_text(*backup, *(*service)->snapshot(), arguments.access);
  }
  return kDone;
}

}  // namespace

void add_restore(CLI::App& program, Action& chosen) {
  auto* command = program.add_subcommand("restore", "Make a data directory of a backup");
  auto arguments = std::make_shared<RestoreArguments>();
  command->add_option("--from", arguments->from, "Folder of backups")->required()->type_name("DIR");
  command->add_option("--id", arguments->id, "Which one; default: the newest")->type_name("N");
  add_data(*command, arguments->access);
  command->get_option("--data")->required();
  add_catalog(*command, arguments->access);
  add_language(*command, arguments->access);
  command->footer(
      "The data directory must be empty or missing; the backup's checksums are compared first.\nExample:\n"
      "  talentmatch restore --from /mnt/backups --data var/restored");
  command->callback([&chosen, arguments] { chosen = [arguments] { return restore(*arguments); }; });
}

}  // namespace talentmatch
