#pragma once
// A RocksDB environment whose disk can be full, and that knows what of each file was synced, so that a loss
// of power can be played.

#include <atomic>
#include <cstdint>
#include <filesystem>
#include <map>
#include <mutex>
#include <string>

#include <rocksdb/env.h>

namespace talentmatch::testing {

class FaultyEnv : public rocksdb::EnvWrapper {
 public:
  FaultyEnv() : rocksdb::EnvWrapper(rocksdb::Env::Default()) {}
  const char* Name() const override { return "FaultyEnv"; }

  // Every write fails for lack of space, though the disk says that it has some.
  void set_full(bool full) { full_ = full; }
  // Logs take what is written and then fail to sync it: it may be there after all when they are read again.
  void set_syncs_fail(bool fail) { syncs_fail_ = fail; }
  bool syncs_fail() const { return syncs_fail_; }
  // No table can be begun, while logs go on: commits succeed, flushes and merges do not.
  void set_tables_fail(bool fail) { tables_fail_ = fail; }
  // What the disk says.
  void set_free_space(std::uint64_t bytes) { free_space_ = bytes; }
  bool full() const { return full_; }
  std::uint64_t log_syncs() const { return log_syncs_; }  // of the write-ahead log
  // What a loss of power at this moment would leave: each file as far as it was synced.
  void copy_synced(const std::filesystem::path& from, const std::filesystem::path& to);

  void note_synced(const std::string& path, std::uint64_t size);

  rocksdb::Status NewWritableFile(const std::string& path, std::unique_ptr<rocksdb::WritableFile>* file,
                                  const rocksdb::EnvOptions& options) override;
  rocksdb::Status GetFreeSpace(const std::string& path, std::uint64_t* bytes) override;
  rocksdb::Status RenameFile(const std::string& from, const std::string& to) override;

 private:
  std::atomic<bool> full_ = false;
  std::atomic<bool> syncs_fail_ = false;
  std::atomic<bool> tables_fail_ = false;
  std::atomic<std::uint64_t> free_space_ = std::uint64_t{1} << 40U;
  std::atomic<std::uint64_t> log_syncs_ = 0;
  std::mutex mutex_;
  std::map<std::string, std::uint64_t> synced_;
};

}  // namespace talentmatch::testing
