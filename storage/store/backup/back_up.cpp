// Store::back_up: adds a backup and removes those that are over their time.

#include <system_error>
#include <vector>

#include "storage/store/backup/engine.hpp"
#include "storage/store/backup/expire.hpp"
#include "storage/store/core.hpp"
#include "storage/store/rocks.hpp"

namespace talentmatch {
namespace {

namespace fs = std::filesystem;

using EnginePointer = std::unique_ptr<rocksdb::BackupEngine>;

Result<DirectoryLock> lock_folder(const fs::path& folder, std::string_view program) {
  std::error_code error;
  fs::create_directories(folder, error);
  if (error) return fail({.code = ErrorCode::io_error, .detail = folder.string() + ": " + error.message()});
  auto lock = DirectoryLock::acquire(folder, program);
  if (lock || lock.error().code != ErrorCode::locked) return lock;
  return fail({.code = ErrorCode::busy, .detail = "a backup is being made by " + lock.error().detail});
}

Result<EnginePointer> open_engine(const fs::path& folder, rocksdb::Env* env) {
  rocksdb::BackupEngine* opened = nullptr;
  const auto status = rocksdb::BackupEngine::Open(engine_options(folder), env, &opened);
  if (!status.ok()) return fail(error_of(status, folder.string()));
  return EnginePointer(opened);
}

std::uint64_t table_bytes(rocksdb::DB& database) {
  std::vector<rocksdb::LiveFileMetaData> files;
  database.GetLiveFilesMetaData(&files);
  std::uint64_t bytes = 0;
  for (const auto& file : files) bytes += file.size;
  return bytes;
}

Result<std::uint32_t> create(rocksdb::BackupEngine& engine, rocksdb::DB& database, std::uint64_t step,
                             const BackupProgress& progress) {
  const auto expected = table_bytes(database);
  std::uint64_t copied = 0;
  rocksdb::CreateBackupOptions how;
  how.flush_before_backup = true;  // else the whole log is copied each time
  how.decrease_background_thread_cpu_priority = true;
  how.background_thread_cpu_priority = rocksdb::CpuPriority::kLow;
  how.progress_callback = [&] {
    copied += step;
    if (progress && !progress(copied, expected)) engine.StopBackup();
  };
  std::uint32_t id = 0;
  const auto status = engine.CreateNewBackup(how, &database, &id);
  if (status.ok()) return id;
  auto error = error_of(status, "backup");
  if (status.IsIncomplete()) error.code = ErrorCode::stopping;
  return fail(std::move(error));
}

}  // namespace

Result<Backup> Store::back_up(const fs::path& folder, const Retention& retention,
                              const BackupProgress& progress) const {
  const auto family = core_->meta();
  if (!family) return fail(not_open());
  const auto lock = lock_folder(folder, "talentmatch");
  if (!lock) return fail(lock.error());
  const auto engine = open_engine(folder, family->database().GetEnv());
  if (!engine) return fail(engine.error());
  const auto step = engine_options(folder).callback_trigger_interval_size;
  const auto id = create(**engine, family->database(), step, progress);
  if (!id) return fail(id.error());
  if (auto expired = expire(**engine, folder, retention); !expired) return fail(std::move(expired.error()));
  return backup_of(**engine, *id);
}

Result<void> Store::check_files() const {
  const auto family = core_->meta();
  if (!family) return fail(not_open());
  const auto status = family->database().VerifyChecksum();
  if (!status.ok()) return fail(error_of(status, "records"));
  return {};
}

}  // namespace talentmatch
