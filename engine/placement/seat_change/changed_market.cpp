#include "engine/placement/seat_change/changed_market.hpp"

#include <algorithm>

#include "engine/placement/given_lists.hpp"

namespace talentmatch {

std::int32_t ChangedMarket::seats(std::uint32_t posting) const {
  const auto added = added_.find(posting);
  return run_.market_seats(posting) + (added == added_.end() ? 0 : added->second);
}

ChangedMarket::Holders& ChangedMarket::holders(std::uint32_t posting) {
  const auto [entry, fresh] = holders_.try_emplace(posting);
  Holders& held = entry->second;
  if (!fresh) return held;
  for (const auto g : run_.holders(posting)) {
    held.push_back(run_.claims().by_score(g, posting, run_.result().assignments[g].employer_view));
  }
  std::ranges::sort(held);
  return held;
}

std::int32_t ChangedMarket::free_seats(std::uint32_t posting) {
  return seats(posting) - static_cast<std::int32_t>(holders(posting).size());
}

Claim ChangedMarket::cutoff(std::uint32_t posting) {
  if (free_seats(posting) > 0) return kAnyClaim;
  const Holders& held = holders(posting);
  return held.empty() ? kNoClaim : held.back();
}

std::uint32_t ChangedMarket::last_holder(std::uint32_t posting) {
  return run_.claims().graduate_of(holders(posting).back());
}

std::vector<std::uint32_t> ChangedMarket::touched() const {
  std::vector<std::uint32_t> postings;
  postings.reserve(holders_.size());
  for (const auto& [posting, held] : holders_) postings.push_back(posting);
  return postings;
}

const Assignment& ChangedMarket::got(std::uint32_t graduate) const {
  const auto changed = got_.find(graduate);
  return changed == got_.end() ? run_.result().assignments[graduate] : changed->second;
}

Choice ChangedMarket::choice(std::uint32_t graduate, std::uint32_t posting) const {
  const PlacementResult& result = run_.result();
  return choice_of(run_.field(), graduate, posting, result.weights, result.as_of);
}

void ChangedMarket::move(std::uint32_t graduate, const Choice& choice) {
  take_out(graduate);
  Holders& held = holders(choice.posting);
  const Claim own = claim(graduate, choice);
  held.insert(std::ranges::upper_bound(held, own), own);
  got_[graduate] = {.posting = choice.posting,
                    .employer_view = choice.employer_view,
                    .graduate_view = choice.graduate_view,
                    .reason = PlacementReason::placed};
}

// Whoever had a posting once, or could have had one, was kept out by others.
void ChangedMarket::take_out(std::uint32_t graduate) {
  const Assignment before = got(graduate);
  if (before.reason == PlacementReason::placed) {
    Holders& held = holders(before.posting);
    const Claim own = run_.claims().by_score(graduate, before.posting, before.employer_view);
    held.erase(std::ranges::lower_bound(held, own));
  }
  got_[graduate] = {.reason = PlacementReason::all_filled};
}

void ChangedMarket::place_first(std::uint32_t graduate, const std::optional<Choice>& choice) {
  take_out(graduate);
  if (!choice) return;
  got_[graduate] = {.posting = choice->posting,
                    .employer_view = choice->employer_view,
                    .graduate_view = choice->graduate_view,
                    .reason = PlacementReason::bound};
}

}  // namespace talentmatch
