#pragma once
// Where backups lie and how long they are kept.

#include "storage/service/service.hpp"

namespace CLI {
class App;
}

namespace talentmatch {

struct BackupOptions {
  std::filesystem::path folder;  // empty = `backups` in the data directory
  Retention retention;
};

// `folder_name`: of the option that names the folder.
void add_backup_options(CLI::App& command, const char* folder_name, BackupOptions& options);

}  // namespace talentmatch
