#pragma once
// Every seat with its price and who sits there. A posting costs what its cheapest seat costs.

#include <cstdint>
#include <limits>
#include <span>
#include <vector>

#include "engine/placement/max_score/max_score.hpp"

namespace talentmatch {

class PricedSeats {
 public:
  struct Seat {
    Price price = 0;
    std::uint32_t graduate = kUnplaced;
  };
  // Of a posting without seats: above all scores, and far from overflow.
  static constexpr Price kNotForSale = std::numeric_limits<Price>::max() / 4;

  explicit PricedSeats(std::span<const std::int32_t> seats);

  std::span<const Price> prices() const { return prices_; }  // by posting
  std::span<const Seat> of(std::uint32_t posting) const;
  bool has_free(std::uint32_t posting) const;

  // The cheapest seat goes to the graduate at this price; gives who had it. O(log seats).
  std::uint32_t sell(std::uint32_t posting, std::uint32_t graduate, Price price);
  // A free seat gets a price and perhaps a graduate. O(seats of the posting), as below.
  void reprice_free(std::uint32_t posting, Price price, std::uint32_t graduate);
  void vacate(std::uint32_t posting, std::uint32_t graduate);
  // Everybody leaves; all seats of a posting cost its price less the discount, at least 0. O(seats).
  void reopen(Price discount);

 private:
  std::span<Seat> seats_of(std::uint32_t posting);
  void settle(std::uint32_t posting);

  std::vector<std::uint32_t> first_;  // posting -> its seats, a heap with the cheapest in front
  std::vector<Seat> seats_;
  std::vector<Price> prices_;
};

}  // namespace talentmatch
