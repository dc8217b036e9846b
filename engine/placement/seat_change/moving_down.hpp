#pragma once
// Deferred acceptance goes on where a finished run ended (Gale and Shapley 1962): when a posting loses seats,
// all rejections so far stand, its last holders leave and ask on below what they lost, whoever they displace
// does so likewise. The outcome does not depend on who asks when, so it is the graduate-optimal one of the
// smaller market. Whom a posting turned away in the run it turns away now, unless it has been touched since.

#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

#include "engine/placement/seat_change/changed_market.hpp"

namespace talentmatch {

class MovingDown {
 public:
  // `touched`: postings that may take somebody whom they turned away in the run.
  MovingDown(ChangedMarket& market, std::vector<std::uint32_t> touched)
      : market_(market), touched_(std::move(touched)), search_(market.run().open_wishes().search()) {}

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
  std::optional<Choice> next_open(std::uint32_t graduate, std::optional<WishKey> last);
  bool takes(std::uint32_t graduate, const Choice& choice, std::optional<WishKey> last);

  ChangedMarket& market_;
  std::vector<std::uint32_t> touched_;
  WishSearch search_;
};

}  // namespace talentmatch
