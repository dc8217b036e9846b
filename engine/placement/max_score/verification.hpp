#pragma once
// Checks a `max_score` result from its definition: shares nothing with the auction but the score of a pair.

#include <span>

#include "engine/placement/choice_lists.hpp"
#include "engine/placement/max_score/max_score.hpp"

namespace talentmatch {

struct MaxScoreVerification {
  std::uint64_t off_list = 0;         // graduates placed where they have no choice
  std::uint64_t over_capacity = 0;    // postings with more graduates than seats
  std::uint64_t negative_prices = 0;  // the bound holds for prices >= 0 only
  std::int64_t total = 0;             // recomputed, as is the bound
  std::int64_t bound = 0;

  bool confirms(const MaxScorePlacement& result) const {
    return off_list + over_capacity + negative_prices == 0 && total == result.total && bound == result.bound;
  }
};

// O(choices), sequential.
MaxScoreVerification verify_max_score(const ChoiceLists& lists, std::span<const std::int32_t> seats,
                                      const MaxScorePlacement& result);

}  // namespace talentmatch
