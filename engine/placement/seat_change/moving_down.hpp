#pragma once
// Deferred acceptance goes on where a finished run ended (Gale and Shapley 1962): when a posting loses seats,
// all rejections so far stand, its last holders leave and ask on below what they lost, whoever they displace
// does so likewise. The outcome does not depend on who asks when, so it is the graduate-optimal one of the
// smaller market.

#include <cstdint>
#include <optional>

#include "engine/placement/scores/wish_query.hpp"
#include "engine/placement/seat_change/changed_market.hpp"
#include "engine/ranking/ranker.hpp"

namespace talentmatch {

class MovingDown {
 public:
  MovingDown(ChangedMarket& market, Ranker& ranker) : market_(market), ranker_(ranker) {}

  // The posting's last holders leave until it has as many as seats.
  void shrink(std::uint32_t posting);
  // One who has nothing asks for all their wishes.
  void enter(std::uint32_t graduate);

 private:
  void leave(std::uint32_t posting);
  // Asks for what comes after `last`, none: for all; and so on for whoever is displaced.
  void ask(std::uint32_t graduate, std::optional<WishKey> last);
  // The best of these wishes that takes the graduate.
  std::optional<Choice> next(std::uint32_t graduate, std::optional<WishKey> last);

  ChangedMarket& market_;
  Ranker& ranker_;
};

}  // namespace talentmatch
