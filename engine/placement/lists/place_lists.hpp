#pragma once
// A whole run in mode `lists`: from input to verified result.

#include "engine/placement/listed_market.hpp"
#include "engine/placement/lists/many_to_many.hpp"

namespace talentmatch {

struct ListsOptions {
  std::size_t per_graduate = 10;  // m
  std::int32_t per_seat = 10;     // c
};

struct ListsRun {
  ListedMarket market;
  GrantedLists granted;
  ListsVerification verification;
  std::uint64_t hash = 0;  // of ids: equal runs have equal hashes
};

// A posting's capacity is c times the seats that locks leave. Errors: those of listed_market().
Result<ListsRun> place_lists(const PlacementInput& input, const BestChoices& wanted,
                             const ListsOptions& options, const PlacementControl& control = {});

}  // namespace talentmatch
