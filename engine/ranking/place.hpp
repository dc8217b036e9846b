#pragma once
// Where a posting stands among all that can be proposed to a graduate, counted without ranking them.

#include <cstdint>

#include "engine/ranking/ranker.hpp"

namespace talentmatch {

// From 1. The pair must pass all gates; filters, caps and pages of the options do not count. One pass over
// the postings, no memory beyond the graduate's tables.
std::uint64_t place_of(const Snapshot& snapshot, const GraduateFacts& graduate, RowRef posting,
                       const RankOptions& options);

}  // namespace talentmatch
