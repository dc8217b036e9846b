#pragma once
// Inside storage/store only: what a store holds, and how it gets over a failed write. RocksDB 7.8 resumes
// after some failures only (not when a log could not be begun, nor when nothing was written since), so the
// database is closed and opened again instead. A failed batch may have reached the log all the same; it is
// then taken back, since its caller was told that nothing changed.

#include <atomic>
#include <condition_variable>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <mutex>
#include <optional>
#include <utility>

#include "storage/store/directory_lock.hpp"
#include "storage/store/disk_space.hpp"
#include "storage/store/records.hpp"

namespace talentmatch {

class StoreCore {
 public:
  StoreCore(std::filesystem::path directory, StoreOptions options, DirectoryLock lock,
            std::unique_ptr<Records> records);
  ~StoreCore();

  std::uint64_t last_commit() const { return last_commit_; }
  // Where the collection lies; null when the database could not be opened again. Waits while it is being
  // opened.
  std::shared_ptr<Family> family(Collection collection) const;
  std::shared_ptr<Family> meta() const;  // the same for what is no record
  // Every family, meta first. Error: busy while a spare one is lent.
  Result<std::vector<std::shared_ptr<Family>>> all_families() const;
  // Reads from that family. A swap may come in between and the family be cleared: what was read counts only
  // if the family is still current.
  template <class Read>
  auto read_current(Collection collection, Read read) const {
    while (true) {
      const auto current = family(collection);
      auto result = read(current);
      if (family(collection) == current) return result;
    }
  }

  // Null if it is lent already, or all are held.
  std::shared_ptr<Family> lend_spare(Collection collection);
  // No spare family is lent until they are released. Error: busy while one is lent, or they are held.
  Result<void> hold_spares();
  void release_spares();
  void take_back(Collection collection, std::shared_ptr<Family> spare);
  // Gives the family that the collection has lain in.
  std::shared_ptr<Family> exchange_current(Collection collection, std::shared_ptr<Family> family);

  // ---- one thread at a time

  // Gets over an earlier failure, if there was one; batches are made from the families as they are after it.
  // Errors: the failure, as long as it lasts, and while scans or stagings of the old database are about.
  Result<void> settle();
  // After settle().
  const Records& records() const { return *records_; }
  // Synced. With the next commit's number; without one for changes of meta alone.
  Result<std::uint64_t> commit(rocksdb::WriteBatch& batch);
  Result<void> write(rocksdb::WriteBatch& batch);

 private:
  Result<void> reopen();
  Result<std::unique_ptr<Records>> take_records();
  void give_records(std::unique_ptr<Records> records);

  std::filesystem::path directory_;
  StoreOptions options_;
  DirectoryLock lock_;
  DiskSpace space_;
  std::atomic<std::uint64_t> last_commit_;

  mutable std::mutex mutex_;  // of the pointers in `records_`
  mutable std::condition_variable opened_;
  bool reopening_ = false;
  bool spares_held_ = false;
  std::unique_ptr<Records> records_;  // null if it could not be opened again

  std::optional<Error> failure_;  // of a write that is not settled yet
  std::optional<rocksdb::WriteBatch> undo_;
};

}  // namespace talentmatch
