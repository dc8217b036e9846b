#include "storage/store/backup/restore.hpp"

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <system_error>
#include <thread>

#include <rocksdb/env.h>

#include "storage/store/rocks.hpp"

namespace talentmatch {
namespace {

namespace fs = std::filesystem;

constexpr const char* kHalf = "records.restoring";

std::uint64_t bytes_in(const fs::path& folder) {
  std::uint64_t bytes = 0;
  std::error_code gone;
  for (const auto& file : fs::directory_iterator(folder, gone)) {
    const auto size = file.file_size(gone);
    if (!gone) bytes += size;
  }
  return bytes;
}

// RocksDB tells nothing of how far a restore has come; the files do.
class Watch {
 public:
  // Both outlive it.
  Watch(const fs::path& folder, std::uint64_t expected, const RestoreProgress& progress) {
    if (!progress) return;
    thread_ = std::jthread([&, expected, this](const std::stop_token& stop) {
      std::unique_lock lock(mutex_);
      while (!ended_.wait_for(lock, stop, std::chrono::milliseconds(100), [] { return false; })) {
        if (stop.stop_requested()) return;
        progress(bytes_in(folder), expected);
      }
    });
  }

 private:
  std::mutex mutex_;
  std::condition_variable_any ended_;
  std::jthread thread_;
};

Result<void> copy_files(const rocksdb::BackupEngineReadOnlyBase& engine, std::uint32_t id,
                        const fs::path& target, const RestoreProgress& progress) {
  rocksdb::BackupInfo info;
  auto status = engine.GetBackupInfo(id, &info);
  if (!status.ok()) return fail(error_of(status, "backup"));
  const Watch watch(target, info.size, progress);
  status = engine.RestoreDBFromBackup(id, target.string(), target.string());
  if (!status.ok()) return fail(error_of(status, target.string()));
  return {};
}

// The new name, too, survives a loss of power.
Result<void> take_name(const fs::path& from, const fs::path& to) {
  std::error_code error;
  fs::rename(from, to, error);
  if (error) return fail(failed_at(error, to));
  std::unique_ptr<rocksdb::Directory> parent;
  auto status = rocksdb::Env::Default()->NewDirectory(to.parent_path().string(), &parent);
  if (status.ok()) status = parent->Fsync();
  if (!status.ok()) return fail(error_of(status, to.string()));
  return {};
}

}  // namespace

Error failed_at(const std::error_code& error, const fs::path& path) {
  const bool full = error == std::errc::no_space_on_device;
  return {.code = full ? ErrorCode::no_space : ErrorCode::io_error,
          .detail = path.string() + ": " + error.message()};
}

Result<void> check_empty(const fs::path& directory) {
  std::error_code error;
  if (!fs::exists(directory, error) || fs::is_empty(directory, error)) return {};
  return fail({.code = ErrorCode::invalid_option,
               .field = "data",
               .value = directory.string(),
               .detail = "it is not empty"});
}

Result<void> restore_into(const rocksdb::BackupEngineReadOnlyBase& engine, std::uint32_t id,
                          const fs::path& directory, const RestoreProgress& progress) {
  const auto half = directory / kHalf;
  std::error_code error;
  fs::create_directories(half, error);
  if (error) return fail(failed_at(error, half));
  auto done = copy_files(engine, id, half, progress);
  if (done) done = take_name(half, directory / "records");
  if (!done) fs::remove_all(half, error);
  return done;
}

Result<void> check_not_half_restored(const fs::path& directory) {
  std::error_code error;
  if (!fs::exists(directory / kHalf, error)) return {};
  return fail({.code = ErrorCode::corrupt_data,
               .detail = directory.string() + ": a restore was cut off; empty it and restore again"});
}

}  // namespace talentmatch
