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
std::string family_key(Collection collection);
}  // namespace meta

struct StoreCore {
  // Members go in reverse order: the families, then the database, then the lock.
  DirectoryLock lock;
  rocksdb::ColumnFamilyOptions options;
  std::shared_ptr<rocksdb::DB> database;
  std::shared_ptr<Family> meta;
  std::atomic<std::uint64_t> next_generation = 1;  // number in the name of the next family
  std::atomic<std::uint64_t> last_commit = 0;
  mutable std::mutex mutex;  // of `families`
  std::array<std::shared_ptr<Family>, kCollections> families;

  explicit StoreCore(DirectoryLock held) : lock(std::move(held)) {}

  std::shared_ptr<Family> family(Collection collection) const {
    const std::lock_guard guard(mutex);
    return families[static_cast<std::size_t>(collection)];
  }
  std::shared_ptr<Family> exchange_family(Collection collection, std::shared_ptr<Family> family) {
    const std::lock_guard guard(mutex);
    return std::exchange(families[static_cast<std::size_t>(collection)], std::move(family));
  }
  Result<std::shared_ptr<Family>> create_family(Collection collection);
  Result<std::string> read_meta(std::string_view key) const;  // empty if there is none
  // Adds the next commit's number to the batch and writes it.
  Result<std::uint64_t> commit(rocksdb::WriteBatch& batch);
  // Synced; resumes a database that has stopped writing after an earlier failure and tries once more.
  Result<void> write(rocksdb::WriteBatch& batch);
};

}  // namespace talentmatch
