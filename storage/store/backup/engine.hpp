#pragma once
// Inside storage/store only: how RocksDB's backups are set up and read.

#include <filesystem>
#include <string>

#include <rocksdb/utilities/backup_engine.h>

#include "storage/store/backup/backup.hpp"

namespace talentmatch {

rocksdb::BackupEngineOptions engine_options(const std::filesystem::path& folder);
// With its version, which is read from the backup itself: writes go on while one is made.
Backup backup_of(const rocksdb::BackupEngineReadOnlyBase& engine, std::uint32_t id);

}  // namespace talentmatch
