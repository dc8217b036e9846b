#pragma once
// Random requests of spec 2 against a random world.

#include "engine/ranking/options.hpp"
#include "tests/reference/ranking.hpp"
#include "tests/support/random_world.hpp"

namespace talentmatch::testing {

RankOptions random_recommendation(const RandomWorld& world, Dice& dice);
RankOptions random_candidates(const RandomWorld& world, Dice& dice);
// The cursor that a page ending in some result of `page` would carry, or one that no page ends in.
PageKey random_cursor(const reference::Page& page, Dice& dice);

}  // namespace talentmatch::testing
