#pragma once
// The postings that a graduate wants most, of those that a run's scope lets in.

#include <vector>

#include "engine/ranking/ranker.hpp"
#include "storage/service/placements/kept_run.hpp"

namespace talentmatch {

// At most `most`, by S in spec 2's total order, of today's postings. O(a top-k search); of a run that is
// confirmed, whose postings are full today and yet wanted, O(postings).
std::vector<RowRef> best_wishes(const KeptRun& run, const GraduateFacts& graduate, std::size_t most,
                                Ranker& ranker);

}  // namespace talentmatch
