#include "server/resources/backups.hpp"

#include "server/http/problem.hpp"
#include "server/resources/parameters.hpp"
#include "storage/codec/backup_json.hpp"

namespace talentmatch {

Result<void> post_backup(const Call& call, const Ends& ends) {
  if (auto known = expect_only(call.query, {}); !known) return known;
  const auto made = call.service->back_up([&](std::uint64_t, std::uint64_t) { return !ends.cancel->load(); });
  if (!made) return fail(made.error());
  std::string out;
  append_backup(out, *made);
  return ends.sink(out) ? Result<void>{} : fail({.code = ErrorCode::stopping});
}

void get_backups(const Call& call, Answer& answer) {
  if (auto known = expect_only(call.query, {}); !known) {
    return set_option_error(answer, known.error(), call.language);
  }
  const auto backups = call.service->backups();
  if (!backups) return set_error(answer, backups.error(), call.language);
  append_backups(answer.body, *backups);
}

}  // namespace talentmatch
