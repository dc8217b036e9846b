#pragma once
// Whose graduates come first at equal E where a run prefers local ones.

#include <cstdint>
#include <vector>

#include "engine/market/snapshot.hpp"
#include "engine/placement/policy.hpp"

namespace talentmatch {

// By slot of the school: 1 = local. Empty where the preference is switched off; an unknown id is nobody's.
// O(schools).
std::vector<std::uint8_t> local_schools(const Snapshot& snapshot, const LocalPreference& local);

}  // namespace talentmatch
