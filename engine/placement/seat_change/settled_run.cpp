#include "engine/placement/seat_change/settled_run.hpp"

#include <algorithm>

#include "engine/placement/lottery.hpp"

namespace talentmatch {
namespace {

RowLists by_posting(std::span<const Assignment> assignments, PlacementReason reason) {
  std::vector<std::pair<std::uint32_t, std::uint32_t>> pairs;
  for (std::uint32_t g = 0; g < assignments.size(); ++g) {
    if (assignments[g].reason == reason) pairs.emplace_back(assignments[g].posting, g);
  }
  return RowLists(pairs);
}

GivenLists lists_of_bound(const PlacementResult& result) {
  PlacementSetup setup;
  setup.field = result.field;
  setup.bans = result.bans;
  std::vector<std::uint8_t> locked;
  locked.reserve(result.assignments.size());
  for (const Assignment& got : result.assignments) {
    locked.push_back(got.reason == PlacementReason::locked ? 1 : 0);
  }
  return bound_lists(setup, nullptr, locked, result.weights, result.as_of);
}

}  // namespace

SettledRun::SettledRun(std::shared_ptr<const PlacementResult> result, bool bound_first)
    : result_(std::move(result)),
      claims_(lottery_order(result_->lottery), result_->local),
      holders_(by_posting(result_->assignments, PlacementReason::placed)),
      locked_(by_posting(result_->assignments, PlacementReason::locked)),
      first_(by_posting(result_->assignments, PlacementReason::bound)) {
  if (bound_first) bound_ = lists_of_bound(*result_);
}

std::shared_ptr<const SettledRun> SettledRun::make(std::shared_ptr<const PlacementResult> result,
                                                   bool bound_first, const PlacementControl& control,
                                                   std::size_t waiting) {
  const std::shared_ptr<SettledRun> run(new SettledRun(std::move(result), bound_first));
  const auto cutoffs = run->cutoffs();
  run->open_wishes_.emplace(*run->result_, run->claims_, cutoffs, control.wide_tier);
  std::vector<std::uint8_t> full(run->field().postings());
  for (std::uint32_t p = 0; p < full.size(); ++p) full[p] = run->is_full(p) ? 1 : 0;
  auto heads = find_waiting_heads(*run->result_, run->open_wishes_->context(), full, waiting, control);
  if (!heads) return nullptr;
  run->heads_ = *std::move(heads);
  return run;
}

bool SettledRun::is_full(std::uint32_t posting) const {
  return std::ssize(holders(posting)) >= market_seats(posting);
}

std::vector<Claim> SettledRun::cutoffs() const {
  std::vector<Claim> cutoffs(field().postings());
  for (std::uint32_t p = 0; p < cutoffs.size(); ++p) {
    cutoffs[p] = is_full(p) ? kNoClaim : kAnyClaim;
    if (!is_full(p)) continue;
    for (const auto g : holders(p)) {
      const auto claim = claims_.by_score(g, p, result_->assignments[g].employer_view);
      cutoffs[p] = std::max(cutoffs[p], claim);
    }
  }
  return cutoffs;
}

std::int32_t SettledRun::unlocked_seats(std::uint32_t posting) const {
  return result_->postings[posting].seats - static_cast<std::int32_t>(locked_[posting].size());
}

std::int32_t SettledRun::market_seats(std::uint32_t posting) const {
  return unlocked_seats(posting) - static_cast<std::int32_t>(first_[posting].size());
}

bool SettledRun::is_wanted_by_bound(std::uint32_t posting) const {
  return std::ranges::any_of(bound_.lists.choices,
                             [&](const Choice& choice) { return choice.posting == posting; });
}

}  // namespace talentmatch
