#pragma once
// Stable placement on unlimited lists from scores. Nobody's list is made: a search finds the best few
// postings that still take the graduate, and again when all of these have turned them away. It needs no mark
// where the last one ended: whoever was turned away is kept out by that cutoff for good.

#include <optional>
#include <span>
#include <vector>

#include "engine/placement/contest.hpp"
#include "engine/placement/run.hpp"
#include "engine/placement/scores/wish_query.hpp"

namespace talentmatch {

struct ScoreAcceptance {
  std::vector<Choice> granted;      // by graduate, posting = kUnplaced if none
  std::vector<ClaimLimits> limits;  // by posting
};

// Only `graduates` take part. All threads; none when cancelled. Memory: a few choices a graduate.
std::optional<ScoreAcceptance> accept_by_scores(const ContestTerms& contest, const WishContext& wishes,
                                                std::span<const std::uint32_t> graduates,
                                                const PlacementControl& control = {});

}  // namespace talentmatch
