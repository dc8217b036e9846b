#pragma once
// A run's input as lists of choices with scores and seats, for the modes `max_score` and `lists`: given lists
// cut down to acceptable pairs, or lists made from scores.

#include <vector>

#include "engine/placement/best_choices.hpp"
#include "engine/placement/given_lists.hpp"
#include "engine/placement/setup.hpp"

namespace talentmatch {

struct ListedMarket {
  PlacementSetup setup;
  GivenLists given;                 // the lists of those who are locked are empty
  std::vector<std::int32_t> seats;  // by posting: what locks leave

  // The place of a choice in its graduate's list, from 1; of a given list as it was given.
  std::uint32_t rank(std::uint32_t graduate, std::uint64_t choice) const {
    if (!given.ranks.empty()) return given.ranks[choice];
    return static_cast<std::uint32_t>(choice - given.lists.first[graduate]) + 1;
  }
};

// Errors: those of set_up() and resolve_lists(); invalid_option for what only mode `stable` has (reserve,
// priority groups, local preference); cancelled.
Result<ListedMarket> listed_market(const PlacementInput& input, const BestChoices& wanted,
                                   const PlacementControl& control);

}  // namespace talentmatch
