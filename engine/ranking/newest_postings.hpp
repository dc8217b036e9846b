#pragma once
// The non-personal list (the law's way out of automated recommendation): open postings of active employers
// that pass the request's filters, order classes left out, newest first; the same for every graduate.

#include "engine/ranking/ranker.hpp"

namespace talentmatch {

// O(rows until k are found) per segment.
Ranking newest_postings(const Snapshot& snapshot, const RankOptions& options);

}  // namespace talentmatch
