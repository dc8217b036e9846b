#pragma once
// Inside storage/store only: backups that are over their time go.

#include <filesystem>

#include <rocksdb/utilities/backup_engine.h>

#include "engine/model/error.hpp"
#include "storage/store/backup/backup.hpp"

namespace talentmatch {

// Damaged ones like the others, for what they hold of erased persons; but they take the place of no sound
// one.
Result<void> expire(rocksdb::BackupEngine& engine, const std::filesystem::path& folder,
                    const Retention& retention);

}  // namespace talentmatch
