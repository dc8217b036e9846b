#pragma once
// Random changes of a world: records added, replaced, removed and given back; seats taken and freed;
// employers suspended; ties that come and go.

#include "tests/support/random_world.hpp"
#include "tests/support/world_changes.hpp"

namespace talentmatch::testing {

// Makes some changes to the world and gives the mutations that tell a market of them, in order.
std::vector<Mutation> random_updates(RandomWorld& world, Dice& dice, int count);

}  // namespace talentmatch::testing
