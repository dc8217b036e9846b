#pragma once
// The filters of a request, on records.

#include "engine/ranking/options.hpp"
#include "tests/reference/world.hpp"

namespace talentmatch::reference {

bool passes(const World& world, const Posting& posting, const RankOptions& options);
bool passes(const World& world, const Graduate& graduate, const RankOptions& options);

}  // namespace talentmatch::reference
