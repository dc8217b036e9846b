#include "storage/store/backup/expire.hpp"

#include <algorithm>
#include <chrono>
#include <system_error>
#include <vector>

#include "storage/store/rocks.hpp"

namespace talentmatch {
namespace {

using rocksdb::BackupID;

std::int64_t now_in_seconds() {
  const auto now = std::chrono::system_clock::now().time_since_epoch();
  return std::chrono::duration_cast<std::chrono::seconds>(now).count();
}

// A damaged backup does not tell when it was made; its description, written once, lies there since then.
std::int64_t written_at(const std::filesystem::path& folder, BackupID id) {
  std::error_code unknown;
  const auto time = std::filesystem::last_write_time(folder / "meta" / std::to_string(id), unknown);
  if (unknown) return now_in_seconds();
  const auto since = std::chrono::file_clock::to_sys(time).time_since_epoch();
  return std::chrono::duration_cast<std::chrono::seconds>(since).count();
}

rocksdb::Status expire_sound(rocksdb::BackupEngine& engine, std::uint32_t keep, std::int64_t oldest) {
  auto status = engine.PurgeOldBackups(keep);
  std::vector<rocksdb::BackupInfo> left;
  engine.GetBackupInfo(&left);
  if (!left.empty()) left.pop_back();
  for (const auto& info : left) {
    if (status.ok() && info.timestamp < oldest) status = engine.DeleteBackup(info.backup_id);
  }
  return status;
}

rocksdb::Status expire_damaged(rocksdb::BackupEngine& engine, const std::filesystem::path& folder,
                               std::uint32_t keep, std::int64_t oldest) {
  std::vector<rocksdb::BackupInfo> sound;
  std::vector<BackupID> damaged;
  engine.GetBackupInfo(&sound);
  engine.GetCorruptedBackups(&damaged);
  std::vector<BackupID> all = damaged;
  for (const auto& info : sound) all.push_back(info.backup_id);
  rocksdb::Status status;
  bool deleted = false;
  for (const BackupID id : damaged) {
    const auto newer = std::ranges::count_if(all, [id](BackupID other) { return other > id; });
    if (newer < std::int64_t{keep} && written_at(folder, id) >= oldest) continue;
    if (status.ok()) status = engine.DeleteBackup(id);
    deleted = true;
  }
  // It does not know all files of a damaged one.
  if (status.ok() && deleted) status = engine.GarbageCollect();
  return status;
}

}  // namespace

Result<void> expire(rocksdb::BackupEngine& engine, const std::filesystem::path& folder,
                    const Retention& retention) {
  constexpr std::int64_t kDay = 86'400;
  const auto oldest = now_in_seconds() - retention.days * kDay;
  const auto keep = std::max(1U, retention.keep);
  auto status = expire_sound(engine, keep, oldest);
  if (status.ok()) status = expire_damaged(engine, folder, keep, oldest);
  if (!status.ok()) return fail(error_of(status, "old backups"));
  return {};
}

}  // namespace talentmatch
