#include "storage/codec/backup_json.hpp"

#include <fmt/chrono.h>
#include <fmt/format.h>

#include "storage/codec/json_text.hpp"

namespace talentmatch {

std::string format_moment(std::int64_t seconds) {
  return fmt::format("{:%Y-%m-%dT%H:%M:%SZ}", fmt::gmtime(static_cast<std::time_t>(seconds)));
}

void append_backup(std::string& out, const Backup& backup) {
  if (backup.version.empty()) {
    fmt::format_to(std::back_inserter(out), R"({{"id":{},"damaged":true}})", backup.id);
    return;
  }
  fmt::format_to(std::back_inserter(out), R"({{"id":{},"made":"{}","version":)", backup.id,
                 format_moment(backup.seconds));
  append_text(out, backup.version);
  fmt::format_to(std::back_inserter(out), R"(,"bytes":{}}})", backup.bytes);
}

void append_backups(std::string& out, std::span<const Backup> backups) {
  out += "{\"backups\":";
  append_list(out, backups, [&](const Backup& backup) { append_backup(out, backup); });
  out += '}';
}

}  // namespace talentmatch
