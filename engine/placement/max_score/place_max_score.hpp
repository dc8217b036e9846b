#pragma once
// A whole run in mode `max_score`: from input to verified result.

#include "engine/placement/best_choices.hpp"
#include "engine/placement/max_score/max_score.hpp"
#include "engine/placement/run.hpp"

namespace talentmatch {

struct MaxScoreRun {
  PlacementResult placement;
  std::int64_t total = 0;  // of mutual scores, locked pairs apart
  std::int64_t bound = 0;
  std::int64_t gap = 0;  // in millionths, rounded up
};

// Errors: those of listed_market().
Result<MaxScoreRun> place_max_score(const PlacementInput& input, const BestChoices& wanted,
                                    const MaxScoreOptions& options, const PlacementControl& control = {});

}  // namespace talentmatch
