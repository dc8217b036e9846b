#include "engine/placement/max_score/auction.hpp"

namespace talentmatch {

Auction::Bid Auction::best_bid(std::uint32_t graduate) const {
  Bid best;
  for (const Offer& offer : offers_.of(graduate)) {
    const Price profit = offer.score * scale_ - prices()[offer.row];
    if (profit <= best.second) continue;
    if (profit <= best.profit) {
      best.second = profit;
    } else {
      best = {.offer = &offer, .profit = profit, .second = best.profit};
    }
  }
  return best;
}

// Gives who was turned out.
std::uint32_t Auction::bid(std::uint32_t graduate, Price epsilon) {
  const Bid best = best_bid(graduate);
  if (best.offer == nullptr) return kUnplaced;
  ++bids_;
  const Price price = best.offer->score * scale_ - best.second + epsilon;
  const auto out = seats_.sell(best.offer->row, graduate, price);
  if (out != kUnplaced) held_[out] = kNothing;
  held_[graduate] = *best.offer;
  return out;
}

bool Auction::bid_for_seats(Price epsilon, const std::atomic<bool>* cancel) {
  for (std::uint32_t graduate = 0; graduate < offers_.size(); ++graduate) {
    if (held_[graduate].row != kUnplaced) continue;
    if (cancel != nullptr && cancel->load(std::memory_order_relaxed)) return false;
    for (auto next = graduate; next != kUnplaced;) next = bid(next, epsilon);
  }
  return true;
}

}  // namespace talentmatch
