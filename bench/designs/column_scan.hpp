#pragma once
// The yardstick of bench/ranking: top-k by one scalar pass over narrow columns, with tables made once per
// query and no look at a row's lists unless its best possible score can still enter. Exact, all options; no
// index.

#include "bench/designs/graduate_scan.hpp"
#include "bench/designs/posting_scan.hpp"

namespace talentmatch::bench {

// Built over one snapshot, which must outlive it. Keeps scratch space, so each thread has its own.
class ColumnScan {
 public:
  explicit ColumnScan(const Snapshot& snapshot);
  Ranking rank(const GraduateFacts& graduate, const RankOptions& options);
  Ranking rank(const PostingFacts& posting, const RankOptions& options);

 private:
  const Snapshot& snapshot_;
  std::vector<PostingScan> postings_;  // by segment
  std::vector<GraduateScan> graduates_;
  GraduateQuery graduate_query_;
  PostingQuery posting_query_;
  std::vector<TopItem> items_;
};

}  // namespace talentmatch::bench
