#pragma once
// Inside storage/store only: keeps RocksDB from meeting a full disk, after which the database must be opened
// again. A commit is refused while little space is left, and after a failure a file is tried first.

#include <cstdint>
#include <filesystem>

#include <rocksdb/env.h>

#include "engine/model/error.hpp"

namespace talentmatch {

class DiskSpace {
 public:
  // A null env is the system's.
  DiskSpace(rocksdb::Env* env, const std::filesystem::path& directory);

  // no_space unless the bytes fit and leave what RocksDB needs for logs and small tables.
  Result<void> check(std::uint64_t bytes) const;
  // Can a file be written, synced and deleted?
  bool can_write() const;

 private:
  rocksdb::Env* env_;
  std::string directory_;
};

}  // namespace talentmatch
