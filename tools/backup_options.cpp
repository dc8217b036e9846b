#include "tools/backup_options.hpp"

#include <CLI/CLI.hpp>

namespace talentmatch {

void add_backup_options(CLI::App& command, const char* folder_name, BackupOptions& options) {
  constexpr std::uint32_t kMost = 10'000;
  command
      .add_option(folder_name, options.folder, "Folder of backups; default: `backups` in the data directory")
      ->type_name("DIR");
  command.add_option("--keep", options.retention.keep, "Backups to keep, the newest ones")
      ->capture_default_str()
      ->check(CLI::Range(1U, kMost))
      ->type_name("N");
  command.add_option("--keep-days", options.retention.days, "None older than this but the last")
      ->capture_default_str()
      ->check(CLI::Range(1U, kMost))
      ->type_name("DAYS");
}

}  // namespace talentmatch
