#pragma once
// Rankings for many asking records at once, spread over the cores: those of one major are ranked one after
// the other, because they visit the same cells. What is ranked does not depend on the number of threads.

#include <functional>
#include <span>
#include <vector>

#include "engine/ranking/ranker.hpp"

namespace talentmatch {

// All live records of a side by id. O(n log n).
std::vector<RowRef> graduates_by_id(const Snapshot& snapshot);
std::vector<RowRef> postings_by_id(const Snapshot& snapshot);

// Calls f(i, facts of asking[i], its ranking) for each, from several threads at once and in no particular
// order. Memory: a Ranker a thread.
using GraduateRanked = std::function<void(std::size_t, const GraduateFacts&, const Ranking&)>;
void rank_for_graduates(const Snapshot& snapshot, std::span<const RowRef> graduates,
                        const RankOptions& options, const GraduateRanked& f);
using PostingRanked = std::function<void(std::size_t, const PostingFacts&, const Ranking&)>;
void rank_for_postings(const Snapshot& snapshot, std::span<const RowRef> postings, const RankOptions& options,
                       const PostingRanked& f);

}  // namespace talentmatch
