#pragma once
// One auction under way: who sits where at which price. After each of the two steps every graduate is within
// ε of the best that prices allow, and after `fill_free_seats` a seat that is free costs nothing; so the
// total is within ε a graduate of the greatest.

#include <atomic>
#include <optional>
#include <vector>

#include "engine/placement/max_score/offers.hpp"
#include "engine/placement/max_score/priced_seats.hpp"

namespace talentmatch {

inline constexpr Offer kNothing{.row = kUnplaced};

class Auction {
 public:
  // A point of score is worth `scale`.
  Auction(const ChoiceLists& lists, std::span<const std::int32_t> seats, Price scale);

  // Forward: whoever is without a seat takes the best for them, paying so much that it is still within
  // epsilon of their second best; who is turned out goes on. False: cancelled.
  bool bid_for_seats(Price epsilon, const std::atomic<bool>* cancel);
  // Reverse: a posting with a free seat lowers its price until one more graduate comes, or to nothing.
  bool fill_free_seats(Price epsilon, const std::atomic<bool>* cancel);
  // Everybody leaves and bids again from lower prices.
  void reopen(Price discount);

  std::span<const Offer> held() const { return held_; }  // by graduate; kNothing: without a seat
  std::span<const Price> prices() const { return seats_.prices(); }
  std::int64_t total() const;
  std::int64_t bound() const;  // by the prices, in points; O(choices)
  std::uint64_t bids() const { return bids_; }

 private:
  struct Bid {                     // for the posting that profits most
    const Offer* offer = nullptr;  // null: staying free is as good
    Price profit = 0;
    Price second = 0;  // of the next best posting, or of staying free
  };
  struct Taker {  // who gains most by coming to a posting
    std::uint32_t graduate = kUnplaced;
    std::int32_t score = 0;
    Price worth = 0;   // the price at which coming gains nothing
    Price second = 0;  // the next one's
  };

  Bid best_bid(std::uint32_t graduate) const;
  std::uint32_t bid(std::uint32_t graduate, Price epsilon);
  Price profit(std::uint32_t graduate) const;
  Taker best_taker(std::uint32_t posting) const;
  bool stays_free_at_a_price(std::uint32_t posting) const;
  std::uint32_t move(const Taker& taker, std::uint32_t posting, Price price);

  const Offers offers_;
  std::optional<Offers> askers_;  // posting -> graduates; made when a seat first stays free
  PricedSeats seats_;
  std::vector<Offer> held_;
  const Price scale_;
  std::uint64_t bids_ = 0;
};

}  // namespace talentmatch
