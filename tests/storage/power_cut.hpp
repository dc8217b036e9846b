#pragma once
// A RocksDB environment whose power goes after a number of operations: from then on nothing can be written,
// and lose() leaves of the directory what such a loss may leave. Of a file that is what was synced, and of
// the rest any beginning, or its length with zeros in it (nothing of it had come to the disk yet). Of a
// directory all changes up to its last sync, and of the later ones (files made, renamed, removed) the first
// few, in the order in which they were made, as journaling file systems keep it. RocksDB has such a thing for
// its own tests (FaultInjectionTestFS), which Debian's library is built without.

#include <atomic>
#include <cstdint>
#include <filesystem>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include <rocksdb/env.h>

#include "tests/support/dice.hpp"

namespace talentmatch::testing {

class PowerCutEnv : public rocksdb::EnvWrapper {
 public:
  // `attic`: an empty folder for what is removed and may come back.
  explicit PowerCutEnv(std::filesystem::path attic);
  const char* Name() const override { return "PowerCutEnv"; }

  void cut_after(std::uint64_t operations) { left_ = static_cast<std::int64_t>(operations); }
  bool is_cut() const { return left_ < 0; }
  std::uint64_t operations() const { return done_; }
  // When nobody has a file open any more. Power is there again.
  void lose(Dice& dice);

  // ---- RocksDB's side
  rocksdb::Status NewWritableFile(const std::string& path, std::unique_ptr<rocksdb::WritableFile>* file,
                                  const rocksdb::EnvOptions& options) override;
  rocksdb::Status NewDirectory(const std::string& path, std::unique_ptr<rocksdb::Directory>* folder) override;
  rocksdb::Status RenameFile(const std::string& from, const std::string& to) override;
  rocksdb::Status DeleteFile(const std::string& path) override;
  // RocksDB waits a second after each failed flush or merge.
  void SleepForMicroseconds(int microseconds) override;

  // ---- of open files and directories
  rocksdb::Status step();  // an operation; fails when the power is gone
  void note_size(const std::string& path, std::uint64_t size);
  void note_synced(const std::string& path);
  void note_folder_synced(const std::string& folder);

 private:
  struct Extent {
    std::uint64_t size = 0;
    std::uint64_t synced = 0;
  };
  // One change of a directory, and what undoes it.
  struct Change {
    std::string made{};     // a file that was not there before
    std::string removed{};  // one that is not there any more …
    std::string kept{};     // … and lies here; with `made`: renamed over it
    std::string renamed_from{};
    Extent removed_extent{};
  };

  std::optional<Change> take_aside(const std::string& path);
  void undo(const Change& change);
  void cut_file(const std::string& path, const Extent& extent, Dice& dice) const;

  const std::filesystem::path attic_;
  std::atomic<std::int64_t> left_{INT64_MAX};
  std::atomic<std::uint64_t> done_{0};
  std::mutex mutex_;
  std::map<std::string, Extent> files_;                  // that were written here
  std::map<std::string, std::vector<Change>> unsynced_;  // by directory
  std::uint64_t kept_ = 0;
};

// The attic for a data directory `data` in the folder, which is made, too: by other means than the
// environment, so no loss takes it back.
std::filesystem::path make_attic(const std::filesystem::path& folder);

}  // namespace talentmatch::testing
