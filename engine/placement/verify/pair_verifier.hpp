#pragma once
// Are the proposed pairs themselves allowed, and is nowhere more than what is left?

#include "engine/placement/pair_set.hpp"
#include "engine/placement/run.hpp"

namespace talentmatch::verify {

// Gates (unless switched off), bans, E and S of each pair, seats of each posting: by spec 1 and 2's own
// functions on the snapshot. All threads.
Verification verify_pairs(const Field& field, std::span<const Assignment> assignments, const PairSet& bans,
                          const Weights& weights, Date as_of, bool gates);

}  // namespace talentmatch::verify
