#pragma once
// Backups as answers tell of them.

#include <span>
#include <string>

#include "storage/store/backup/backup.hpp"

namespace talentmatch {

// {"id":3,"made":"2026-06-01T03:00:00Z","version":"17-3f9a…","bytes":12345}; one that is damaged:
// {"id":3,"damaged":true}
void append_backup(std::string& out, const Backup& backup);
// {"backups":[…]}
void append_backups(std::string& out, std::span<const Backup> backups);

// "2026-06-01T03:00:00Z"
std::string format_moment(std::int64_t seconds);

}  // namespace talentmatch
