#pragma once
// Stable placement on lists that lie in memory.

#include <optional>

#include "engine/placement/contest.hpp"
#include "engine/placement/run.hpp"

namespace talentmatch {

struct ListAcceptance {
  Granted granted;
  std::vector<ClaimLimits> limits;  // by posting
};

// The graduate-optimal stable outcome. O(choices asked), all threads; none when cancelled.
std::optional<ListAcceptance> accept_on_lists(const ListContest& contest,
                                              const PlacementControl& control = {});

}  // namespace talentmatch
