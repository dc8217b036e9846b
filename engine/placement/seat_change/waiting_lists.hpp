#pragma once
// Who moves up next at a posting of a changed market, as long as graduates only better themselves, so that
// waiting lists only lose members: the first ones as the finished run knew them, then by searches.

#include <cstdint>
#include <optional>
#include <span>
#include <unordered_map>
#include <vector>

#include "engine/placement/seat_change/changed_market.hpp"
#include "engine/ranking/ranker.hpp"

namespace talentmatch {

class WaitingLists {
 public:
  WaitingLists(const ChangedMarket& market, Ranker& ranker) : market_(market), ranker_(ranker) {}

  // The best in the posting's order of those who want it more than what they have. O(1), or of a search
  // among the posting's candidates when all known ones are gone.
  std::optional<std::uint32_t> first(std::uint32_t posting);
  // Calls f(posting) wherever the graduate is, or was, known to wait.
  template <class F>
  void for_each_posting(std::uint32_t graduate, F&& f) const {
    for (const auto posting : market_.run().heads().postings_of(graduate)) f(posting);
    if (const auto found = places_.find(graduate); found != places_.end()) {
      for (const auto posting : found->second) f(posting);
    }
  }

 private:
  struct Further {                         // beyond those known from the run
    std::vector<std::uint32_t> graduates;  // in the posting's order
    bool are_all = false;
  };

  std::optional<std::uint32_t> first_of(std::span<const std::uint32_t> graduates,
                                        std::uint32_t posting) const;
  // Those of the next values of E among whom somebody waits.
  void look_further(std::uint32_t posting, std::uint32_t last, Further& further);
  std::vector<Claim> waiting_among(std::span<const Ranked> ranked, std::uint32_t posting, Claim after,
                                   std::int32_t least) const;

  const ChangedMarket& market_;
  Ranker& ranker_;
  std::unordered_map<std::uint32_t, Further> further_;                    // by posting
  std::unordered_map<std::uint32_t, std::vector<std::uint32_t>> places_;  // by graduate
};

}  // namespace talentmatch
