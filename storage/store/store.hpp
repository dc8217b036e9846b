#pragma once
// Records on disk: a RocksDB with one column family per collection (id -> canonical JSON) and the default
// family as meta (format version, number of the last commit, catalogue version, the family that each
// collection lies in). A commit is one write batch, synced; after a crash it is there whole or not at all.
// Reads are safe from any thread and see the last commit; commits and swaps come from one thread at a time.

#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/market/journal.hpp"
#include "engine/model/error.hpp"
#include "engine/model/vocabulary.hpp"
#include "storage/store/backup/backup.hpp"
#include "storage/store/document.hpp"
#include "storage/store/purge.hpp"
#include "storage/store/scan.hpp"
#include "storage/store/staging.hpp"
#include "storage/store/store_figures.hpp"
#include "storage/store/store_options.hpp"

namespace talentmatch {

class StoreCore;

class Store final : public Journal {
 public:
  // Creates the directory if it is missing. Errors: locked (names the holder), wrong_format (another format
  // version, or not ours), corrupt_data, no_space, io_error.
  static Result<std::unique_ptr<Store>> open(const std::filesystem::path& directory,
                                             const StoreOptions& options = {});
  ~Store() override;  // scans and stagings must be gone

  std::uint64_t last_commit() const;
  // After a failure the next commits first try to get over it, so writing goes on by itself once there is
  // space again; not before scans that were begun earlier are done.
  Result<std::uint64_t> commit(std::span<const JournalEntry> entries) override;

  // The same, and documents with them.
  Result<std::uint64_t> commit(std::span<const JournalEntry> entries, std::span<const Document> documents);

  // Synced, without a commit of records.
  Result<void> put_documents(std::span<const Document> documents);
  // Errors: not_found, corrupt_data, io_error.
  Result<std::string> document(std::string_view name) const;
  // Ascending. Errors: corrupt_data, io_error.
  Result<std::vector<std::string>> document_names(std::string_view prefix) const;

  // Errors: not_found, corrupt_data, io_error.
  Result<std::string> get(Collection collection, std::string_view id) const;
  Scan scan(Collection collection) const;
  std::uint64_t estimated_count(Collection collection) const;  // for progress
  StoreFigures figures() const;

  // An empty place beside the collection, to be filled and swapped in; one at a time for each collection
  // (busy), and none during a purge. What was staged and not swapped is deleted, after a crash at the next
  // open. Errors: busy, no_space, io_error.
  Result<Staging> stage(Collection collection);
  // What is staged becomes the collection and `also` (entries of other collections) is applied, in one synced
  // commit.
  Result<std::uint64_t> swap(Staging& staging, std::span<const JournalEntry> also);

  // Adds a backup to the folder (backup/backups.hpp) and removes those that are over their time. Any thread;
  // reads and commits go on: what it holds is the state of one commit during the call. Memory does not grow
  // with the data. `progress` may be empty. Errors: busy (one is being made there), no_space, io_error,
  // stopping.
  Result<Backup> back_up(const std::filesystem::path& folder, const Retention& retention,
                         const BackupProgress& progress = {}) const;
  // Before what is to be purged is committed: afterwards it must not be refused any more. Error: busy (a
  // replacement or another purge is under way).
  Result<Purge> begin_purge() const;
  // Reads every table and compares the checksum of every block. Errors: corrupt_data, io_error.
  Result<void> check_files() const;

  // Version of the catalogue that every stored value was last seen to be valid with; empty at first.
  Result<std::string> catalog_version() const;
  Result<void> set_catalog_version(std::string_view version);

 private:
  explicit Store(std::unique_ptr<StoreCore> core);
  std::unique_ptr<StoreCore> core_;
};

}  // namespace talentmatch
