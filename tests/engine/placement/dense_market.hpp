#pragma once
// Small markets in which nearly everybody may take everything, wishes and claims differ from one to the next,
// and many are equal: what chains, cycles and ties need.

#include <vector>

#include "engine/market/market.hpp"
#include "engine/placement/run.hpp"
#include "tests/support/dice.hpp"
#include "tests/support/shipped_catalog.hpp"

namespace talentmatch::testing {

// A market to which records are added by hand: a school S, an employer E, regions and certificates by number.
class HandMadeMarket {
 public:
  HandMadeMarket();

  // `wishes`: regions, most wanted first; `held`: certificates.
  Graduate graduate(std::string id, std::vector<int> wishes, std::vector<int> held = {}) const;
  // `preferred`: certificates; the more of these, the higher E.
  Posting posting(std::string id, int region, std::vector<int> preferred = {}, int headcount = 1) const;
  void put(Record record);

  // Of all that was put, by E and S as given by certificates and wishes alone.
  PlacementInput input() const;

 private:
  Market market_;
  std::uint64_t commit_ = 0;
};

struct DenseSize {
  int most_graduates = 14;
  int most_postings = 8;
  int most_seats = 3;
};

// With random bound graduates, locks, bans, weights and local preference.
PlacementInput dense_input(Dice& dice, const DenseSize& size = {});

}  // namespace talentmatch::testing
