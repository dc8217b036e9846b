#include "engine/placement/max_score/max_score.hpp"

#include <algorithm>

#include "engine/placement/max_score/auction.hpp"

namespace talentmatch {
namespace {

// Measured at the portal's scale: fewest bids and moves over all phases together.
constexpr Price kFirstEpsilon = 128;  // points
constexpr Price kPhaseFactor = 4;     // each phase's ε is so many times smaller
constexpr Price kDiscount = 2;        // times ε: prices of a phase start below those of the one before

int phases_after(Price epsilon) {
  int count = 0;
  for (; epsilon > 1; epsilon /= kPhaseFactor) ++count;
  return count;
}

MaxScorePlacement result_of(const Auction& auction, Price scale) {
  MaxScorePlacement result;
  for (const Offer& held : auction.held()) result.postings.push_back(held.row);
  result.total = auction.total();
  result.bound = auction.bound();
  result.prices.assign(auction.prices().begin(), auction.prices().end());
  result.scale = scale;
  result.bids = auction.bids();
  return result;
}

}  // namespace

Result<MaxScorePlacement> maximize_score(const ChoiceLists& lists, std::span<const std::int32_t> seats,
                                         const MaxScoreOptions& options, const PlacementControl& control) {
  // With ε = 1 the gap is then less than one point, so it is none.
  const auto scale = static_cast<Price>(lists.graduates()) + 1;
  Auction auction(lists, seats, scale);
  const int phases = phases_after(kFirstEpsilon * scale) + 1;
  for (Price epsilon = kFirstEpsilon * scale;; epsilon = std::max<Price>(1, epsilon / kPhaseFactor)) {
    if (!auction.bid_for_seats(epsilon, control.cancel) ||
        !auction.fill_free_seats(epsilon, control.cancel)) {
      return fail({.code = ErrorCode::cancelled});
    }
    auto result = result_of(auction, scale);
    if (result.gap() <= options.accepted_gap) return result;
    if (control.progress) control.progress(1000 - 1000 * phases_after(epsilon) / phases);
    auction.reopen(kDiscount * epsilon);
  }
}

}  // namespace talentmatch
