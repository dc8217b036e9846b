#pragma once
// One backup of a store, and how long backups are kept.

#include <cstdint>
#include <functional>
#include <string>

namespace talentmatch {

struct Backup {
  std::uint32_t id = 0;
  std::int64_t seconds = 0;  // when it was begun, since 1970 in UTC
  std::uint64_t bytes = 0;   // of all its files, also those that it shares with others
  std::string version;       // of the data, as in answers; empty = it cannot be read
};

// The newest backups up to a number, none older than some days but the last. What was deleted from the data
// is still in older backups, so this is also how long it can come back.
struct Retention {
  std::uint32_t keep = 7;
  std::uint32_t days = 30;
};

// Bytes done and about how many there will be; false = stop.
using BackupProgress = std::function<bool(std::uint64_t done, std::uint64_t expected)>;
using RestoreProgress = std::function<void(std::uint64_t done, std::uint64_t expected)>;

}  // namespace talentmatch
