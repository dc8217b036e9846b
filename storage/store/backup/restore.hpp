#pragma once
// Inside storage/store only: from a verified backup to a data directory.

#include <filesystem>
#include <system_error>

#include <rocksdb/utilities/backup_engine.h>

#include "engine/model/error.hpp"
#include "storage/store/backup/backup.hpp"

namespace talentmatch {

// no_space or io_error, with the path.
Error failed_at(const std::error_code& error, const std::filesystem::path& path);

// The directory does not exist or holds nothing. Error: invalid_option.
Result<void> check_empty(const std::filesystem::path& directory);

// The records appear under their name when all of them are there and synced; until then a store that is
// opened there is refused (check_not_half_restored).
Result<void> restore_into(const rocksdb::BackupEngineReadOnlyBase& engine, std::uint32_t id,
                          const std::filesystem::path& directory, const RestoreProgress& progress);

// Error: corrupt_data where a restore was cut off.
Result<void> check_not_half_restored(const std::filesystem::path& directory);

}  // namespace talentmatch
