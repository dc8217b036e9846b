#include "storage/store/backup/backups.hpp"

#include <algorithm>

#include "storage/store/backup/engine.hpp"
#include "storage/store/backup/restore.hpp"
#include "storage/store/backup/restore_target.hpp"
#include "storage/store/rocks.hpp"

namespace talentmatch {

struct Backups::Engine {
  std::filesystem::path folder;
  std::unique_ptr<rocksdb::BackupEngineReadOnly> rocks;
};

Backups::Backups(std::unique_ptr<Engine> engine) : engine_(std::move(engine)) {}
Backups::~Backups() = default;
Backups::Backups(Backups&&) noexcept = default;

Result<Backups> Backups::open(const std::filesystem::path& folder) {
  std::error_code unknown;
  if (!std::filesystem::is_directory(folder / "meta", unknown)) {
    return fail({.code = ErrorCode::not_found, .value = folder.string(), .detail = "no backups there"});
  }
  rocksdb::BackupEngineReadOnly* opened = nullptr;
  const auto status =
      rocksdb::BackupEngineReadOnly::Open(engine_options(folder), rocksdb::Env::Default(), &opened);
  if (!status.ok()) return fail(error_of(status, folder.string()));
  auto engine = std::make_unique<Engine>();
  engine->folder = folder;
  engine->rocks.reset(opened);
  return Backups(std::move(engine));
}

std::vector<Backup> Backups::list() const {
  std::vector<rocksdb::BackupInfo> sound;
  engine_->rocks->GetBackupInfo(&sound);
  std::vector<rocksdb::BackupID> ids;
  engine_->rocks->GetCorruptedBackups(&ids);
  for (const auto& info : sound) ids.push_back(info.backup_id);
  std::ranges::sort(ids);
  std::vector<Backup> backups;
  backups.reserve(ids.size());
  for (const auto id : ids) backups.push_back(backup_of(*engine_->rocks, id));
  return backups;
}

Result<Backup> Backups::find(std::optional<std::uint32_t> id) const {
  const auto all = list();
  const auto found = id ? std::ranges::find(all, *id, &Backup::id) : all.end() - (all.empty() ? 0 : 1);
  if (found != all.end()) return *found;
  return fail({.code = ErrorCode::not_found,
               .value = id ? std::to_string(*id) : engine_->folder.string(),
               .detail = "no such backup"});
}

Result<void> Backups::verify(std::uint32_t id) const {
  const auto status = engine_->rocks->VerifyBackup(id, true);
  if (status.ok()) return {};
  auto error = error_of(status, engine_->folder.string());
  if (error.code == ErrorCode::not_found) error.code = ErrorCode::corrupt_data;  // a file of it
  return fail(std::move(error));
}

Result<void> Backups::restore(std::uint32_t id, const std::filesystem::path& directory,
                              const RestoreProgress& progress) const {
  const auto target = RestoreTarget::claim(directory);
  if (!target) return fail(target.error());
  if (auto sound = verify(id); !sound) return sound;
  return restore_into(*engine_->rocks, id, directory, progress);
}

}  // namespace talentmatch
