#pragma once
// From assignments to what a result says of postings and of the run.

#include "engine/placement/setup.hpp"

namespace talentmatch {

// Seats by kind and cutoffs, by posting. `limits`: of the last stage.
std::vector<PostingOutcome> posting_outcomes(const PlacementSetup& setup, const Claims& claims,
                                             std::span<const Assignment> assignments,
                                             std::span<const ClaimLimits> limits);

// Of ids in their order: graduate, posting (empty if none).
std::uint64_t hash_of(const Field& field, std::span<const Assignment> assignments);

}  // namespace talentmatch
