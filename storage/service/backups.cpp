#include "storage/store/backup/backups.hpp"

#include "storage/service/parts.hpp"

namespace talentmatch {

Result<Backup> Service::back_up(const BackupProgress& progress) const {
  return parts_->store->back_up(parts_->backups, parts_->retention, progress);
}

Result<std::vector<Backup>> Service::backups() const {
  const auto folder = Backups::open(parts_->backups);
  if (folder) return folder->list();
  if (folder.error().code == ErrorCode::not_found) return std::vector<Backup>{};
  return fail(folder.error());
}

Result<void> Service::check_files() const {
  return parts_->store->check_files();
}

}  // namespace talentmatch
