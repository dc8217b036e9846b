#pragma once
// Random placements of random worlds.

#include "engine/placement/run.hpp"
#include "tests/engine/world_fixture.hpp"

namespace talentmatch::testing {

// From scores; policy, groups, locks and bans at random, locks only where they can be kept.
PlacementInput random_input(const std::shared_ptr<const Snapshot>& snapshot, WorldFixture& world);

// The same with every graduate's unlimited list given, made by the exhaustive oracle.
PlacementInput with_given_lists(PlacementInput input);

}  // namespace talentmatch::testing
