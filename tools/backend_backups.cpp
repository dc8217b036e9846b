#include "storage/codec/backup_json.hpp"
#include "tools/backend.hpp"

namespace talentmatch {

Outcome<std::string> Backend::back_up(const BackupProgress& progress) const {
  if (local() == nullptr) return remote().ask("POST", "/v1/admin/backups");
  const auto made = local()->back_up(progress);
  if (!made) return give_up(made.error(), language_);
  std::string answer;
  append_backup(answer, *made);
  return answer;
}

Outcome<std::string> Backend::backups() const {
  if (local() == nullptr) return remote().get("/v1/admin/backups");
  const auto kept = local()->backups();
  if (!kept) return give_up(kept.error(), language_);
  std::string answer;
  append_backups(answer, *kept);
  return answer;
}

}  // namespace talentmatch
