#include "storage/service/placements/settled_runs.hpp"

#include "engine/placement/seat_change/settled_run.hpp"
#include "storage/service/placements/restored_result.hpp"

namespace talentmatch {
namespace {

std::unexpected<Error> needs_new_run(std::string_view field, std::string_view value = {}) {
  return fail({.code = ErrorCode::invalid_option,
               .field = std::string(field),
               .value = std::string(value),
               .detail = std::string(kNeedsNewRun)});
}

Result<void> check_kind(const RunHead& head) {
  if (head.mode != PlacementMode::stable) return needs_new_run("mode", word(head.mode));
  if (!head.from_scores) return needs_new_run("choices");
  return head.retraceable ? Result<void>{} : needs_new_run("priority_groups");
}

// A reserve is spread over an employer's postings by their seats.
Result<void> check_question(const KeptRun& run) {
  if (run.request.policy.reserve) return needs_new_run("policy.reserve");
  if (run.head.version == run.snapshot->version()) return {};
  return fail({.code = ErrorCode::precondition_failed,
               .field = "version",
               .value = run.head.version,
               .detail = std::string(kNeedsNewRun)});
}

}  // namespace

std::shared_ptr<const SettledRun> SettledRuns::held(const RunHead& head) const {
  const std::lock_guard guard(mutex_);
  return held_.run && held_.number == head.number && held_.version == head.version ? held_.run : nullptr;
}

Result<std::shared_ptr<const SettledRun>> SettledRuns::of(const Store& store, const RunHead& head,
                                                          const std::shared_ptr<const Snapshot>& snapshot,
                                                          const PlacementControl& control) {
  if (auto sound = check_kind(head); !sound) return fail(std::move(sound.error()));
  const auto kept = kept_run(store, head, snapshot);
  if (!kept) return fail(kept.error());
  if (auto sound = check_question(*kept); !sound) return fail(std::move(sound.error()));
  if (auto run = held(head)) return run;
  const std::unique_lock one_at_a_time(making_, std::try_to_lock);
  if (!one_at_a_time) return fail({.code = ErrorCode::busy, .detail = "a placement run is being made ready"});
  if (auto run = held(head)) return run;
  const auto result = restored_result(*kept);
  if (!result) return fail(result.error());
  auto run = SettledRun::make(*result, kept->request.policy.bound_first, control);
  if (!run) return fail({.code = ErrorCode::cancelled});
  Held other{.number = head.number, .version = head.version, .run = run};
  const std::lock_guard guard(mutex_);
  std::swap(held_, other);
  return run;
}

// A run takes its time to go: not under the lock.
void SettledRuns::let_go_of_other_than(const Snapshot& snapshot) {
  Held other;
  const std::lock_guard guard(mutex_);
  if (held_.version != snapshot.version()) std::swap(held_, other);
}

bool SettledRuns::empty() const {
  const std::lock_guard guard(mutex_);
  return held_.run == nullptr;
}

}  // namespace talentmatch
