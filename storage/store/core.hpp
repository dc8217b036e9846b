#pragma once
// Inside storage/store only: what an open store holds.

#include <array>
#include <atomic>
#include <cstdint>
#include <memory>
#include <mutex>
#include <utility>

#include <rocksdb/db.h>

#include "storage/store/directory_lock.hpp"
#include "storage/store/disk_space.hpp"
#include "storage/store/family.hpp"
#include "storage/store/store.hpp"

namespace talentmatch {

inline constexpr std::size_t kCollections = words<Collection>.size();

// Keys and values of the meta family.
namespace meta {
inline constexpr std::string_view kFormat = "format";
inline constexpr std::string_view kFormatVersion = "1";
inline constexpr std::string_view kCommit = "commit";
inline constexpr std::string_view kCatalog = "catalog";
std::string family_key(Collection collection);  // which of its two families a collection lies in
}  // namespace meta

// A collection has two families for good: it lies in one, the other is empty or being filled to replace it.
// (Making and dropping families while running is no way: when that fails on a full disk, RocksDB 7.8 cannot
// resume.)
struct FamilyPair {
  std::shared_ptr<Family> current;
  std::shared_ptr<Family> spare;  // null while it is lent to a staging
};
std::string family_name(Collection collection, std::size_t which);  // which is 0 or 1
// Deletes what may be left in a spare family.
Result<void> make_empty(const std::shared_ptr<Family>& spare);

struct StoreCore {
  // Members go in reverse order: the families, then the database, then the lock.
  DirectoryLock lock;
  DiskSpace space;
  rocksdb::ColumnFamilyOptions options;
  std::shared_ptr<rocksdb::DB> database;
  std::shared_ptr<Family> meta;
  std::atomic<std::uint64_t> last_commit = 0;
  mutable std::mutex mutex;  // of `families`
  std::array<FamilyPair, kCollections> families;

  StoreCore(DirectoryLock held, DiskSpace disk) : lock(std::move(held)), space(std::move(disk)) {}

  std::shared_ptr<Family> family(Collection collection) const;
  // Reads from the family that the collection lies in. A swap may come in between and the family be cleared:
  // what was read counts only if the family is still current.
  template <class Read>
  auto read_current(Collection collection, Read read) const {
    while (true) {
      const auto current = family(collection);
      auto result = read(current);
      if (family(collection) == current) return result;
    }
  }
  // Null if it is lent already.
  std::shared_ptr<Family> lend_spare(Collection collection);
  void take_back(Collection collection, std::shared_ptr<Family> spare);
  // Gives the family that the collection has lain in.
  std::shared_ptr<Family> exchange_current(Collection collection, std::shared_ptr<Family> family);
  Result<std::string> read_meta(std::string_view key) const;  // empty if there is none
  // Adds the next commit's number to the batch and writes it.
  Result<std::uint64_t> commit(rocksdb::WriteBatch& batch);
  // Synced; resumes a database that has stopped writing after an earlier failure and tries once more.
  Result<void> write(rocksdb::WriteBatch& batch);
  bool resume();
};

}  // namespace talentmatch
