#pragma once
// Choice lists from scores, cut to a length: what the modes `max_score` and `lists` work on when no lists are
// given.

#include <optional>

#include "engine/placement/choice_lists.hpp"
#include "engine/placement/field.hpp"
#include "engine/placement/pair_set.hpp"
#include "engine/placement/run.hpp"
#include "engine/ranking/options.hpp"

namespace talentmatch {

struct BestChoices {
  std::size_t length = 50;
  Perspective perspective = Perspective::mutual;  // by which score the best are chosen
};

// Of every graduate of the field its best postings of the field, in order of S and then tie order whatever
// the perspective. `input` gives day, weights and scope. All threads; none when cancelled. Memory: 8 bytes a
// choice.
std::optional<ChoiceLists> best_choices(const Field& field, const PlacementInput& input, const PairSet& bans,
                                        const BestChoices& wanted, const PlacementControl& control = {});

}  // namespace talentmatch
