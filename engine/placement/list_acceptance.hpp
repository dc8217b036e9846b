#pragma once
// Stable placement on lists that lie in memory.

#include <optional>

#include "engine/placement/contest.hpp"
#include "engine/placement/run.hpp"

namespace talentmatch {

// The graduate-optimal stable outcome. O(choices asked), all threads; none when cancelled.
std::optional<Granted> accept_on_lists(const ListContest& contest, const PlacementControl& control = {});

}  // namespace talentmatch
