#include <algorithm>
#include <utility>

#include "engine/placement/max_score/auction.hpp"

namespace talentmatch {

Price Auction::profit(std::uint32_t graduate) const {
  const Offer& held = held_[graduate];
  return held.row == kUnplaced ? 0 : held.score * scale_ - prices()[held.row];
}

Auction::Taker Auction::best_taker(std::uint32_t posting) const {
  Taker best;
  for (const auto& [graduate, score] : askers_->of(posting)) {
    const Price worth = score * scale_ - profit(graduate);
    if (worth <= best.second || held_[graduate].row == posting) continue;
    if (worth <= best.worth) {
      best.second = worth;
    } else {
      best = {.graduate = graduate, .score = score, .worth = worth, .second = best.worth};
    }
  }
  return best;
}

bool Auction::stays_free_at_a_price(std::uint32_t posting) const {
  return !seats_.of(posting).empty() && prices()[posting] > 0 && seats_.has_free(posting);
}

// Gives the posting that the graduate leaves.
std::uint32_t Auction::move(const Taker& taker, std::uint32_t posting, Price price) {
  seats_.reprice_free(posting, price, taker.graduate);
  const auto left = std::exchange(held_[taker.graduate], {posting, taker.score}).row;
  if (left != kUnplaced) seats_.vacate(left, taker.graduate);
  return left;
}

bool Auction::fill_free_seats(Price epsilon, const std::atomic<bool>* cancel) {
  std::vector<std::uint32_t> open;
  for (std::uint32_t posting = 0; posting < prices().size(); ++posting) {
    if (stays_free_at_a_price(posting)) open.push_back(posting);
  }
  if (!open.empty() && !askers_) askers_ = offers_.transposed(prices().size());
  while (!open.empty()) {
    if (cancel != nullptr && cancel->load(std::memory_order_relaxed)) return false;
    const auto posting = open.back();
    if (!stays_free_at_a_price(posting)) {
      open.pop_back();
      continue;
    }
    const Taker taker = best_taker(posting);
    if (taker.worth <= epsilon) {
      seats_.reprice_free(posting, 0, kUnplaced);
      continue;
    }
    const auto left = move(taker, posting, std::max<Price>(0, taker.second - epsilon));
    if (left != kUnplaced) open.push_back(left);
  }
  return true;
}

}  // namespace talentmatch
