#pragma once
// Puts mutations into a market the way a busy service does: in batches of any size, with merges that are
// prepared before a batch and installed after it.

#include <span>

#include "engine/market/market.hpp"
#include "tests/support/dice.hpp"

namespace talentmatch::testing {

class MarketFeed {
 public:
  MarketFeed(Market& market, Dice& dice) : market_(market), dice_(dice) {}

  // Throws std::logic_error if the market does not admit one of them.
  void apply(std::span<const Mutation> mutations);

 private:
  void apply_batch(std::span<const Mutation> batch);

  Market& market_;
  Dice& dice_;
  std::uint64_t commit_ = 0;
};

}  // namespace talentmatch::testing
