#include "engine/placement/seat_change/bound_stage.hpp"

#include "engine/placement/list_acceptance.hpp"

namespace talentmatch {
namespace {

Granted granted_to_bound(const SettledRun& run, std::uint32_t posting, std::int32_t by) {
  std::vector<SeatTerms> terms(run.field().postings());
  for (std::uint32_t p = 0; p < terms.size(); ++p) terms[p].seats = run.unlocked_seats(p);
  terms[posting].seats += by;
  const ListContest contest{{.claims = run.claims(), .terms = terms, .members = {}}, run.bound_lists(), {}};
  return accept_on_lists(contest)->granted;
}

}  // namespace

BoundChange change_bound(const SettledRun& run, std::uint32_t posting, std::int32_t by) {
  BoundChange change;
  change.seats[posting] = by;
  if (!run.is_wanted_by_bound(posting)) return change;
  const Granted granted = granted_to_bound(run, posting, by);
  for (std::uint32_t g = 0; g < granted.size(); ++g) {
    const Assignment& before = run.result().assignments[g];
    const bool was_bound = before.reason == PlacementReason::bound;
    std::optional<Choice> now;
    if (granted[g] != kNoChoice) now = run.bound_lists().choices[granted[g]];
    if (now ? was_bound && before.posting == now->posting : !was_bound) continue;
    change.placed.push_back({g, now});
    if (was_bound) ++change.seats[before.posting];
    if (now) --change.seats[now->posting];
  }
  return change;
}

}  // namespace talentmatch
