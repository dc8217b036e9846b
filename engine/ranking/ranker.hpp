#pragma once
// Top-k of one side for a record of the other, exact and in spec 2's total order. `rank_exhaustively` is the
// oracle: every pair, one sort. `Ranker` is the indexed path; it keeps scratch space, so each thread has its
// own.

#include <memory>
#include <span>
#include <string_view>
#include <vector>

#include "engine/market/snapshot.hpp"
#include "engine/ranking/evaluation.hpp"
#include "engine/ranking/options.hpp"

namespace talentmatch {

struct Ranked {
  RowRef ref;  // of the ranked side
  Scores scores;
};

struct Ranking {
  GateSet own_gates;            // gates that the asking record fails by itself; results are empty then
  std::vector<Ranked> results;  // at most k, best first
  bool more = false;            // something follows the last result
  std::size_t visited = 0;      // rows that were looked at by themselves (what bounds could not spare)
};

// Postings for a graduate, graduates for a posting, by evaluating every pair. O(n log n).
Ranking rank_exhaustively(const Snapshot& snapshot, const GraduateFacts& graduate,
                          const RankOptions& options);
Ranking rank_exhaustively(const Snapshot& snapshot, const PostingFacts& posting, const RankOptions& options);

class Ranker {
 public:
  Ranker();
  ~Ranker();

  Ranking rank(const Snapshot& snapshot, const GraduateFacts& graduate, const RankOptions& options);
  Ranking rank(const Snapshot& snapshot, const PostingFacts& posting, const RankOptions& options);

 private:
  struct Scratch;
  std::unique_ptr<Scratch> scratch_;
};

// The context of a pair whose employer and school have these slots.
PairContext pair_context(const Snapshot& snapshot, const GraduateFacts& graduate, const PostingFacts& posting,
                         Date as_of);

}  // namespace talentmatch
