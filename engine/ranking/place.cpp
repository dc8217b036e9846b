#include "engine/ranking/place.hpp"

#include "engine/ranking/posting_judge.hpp"
#include "engine/ranking/total_order.hpp"

namespace talentmatch {

std::uint64_t place_of(const Snapshot& snapshot, const GraduateFacts& graduate, RowRef posting,
                       const RankOptions& options) {
  const PostingJudge judge(snapshot, graduate, options);
  const TotalOrder<PostingSegment> order(snapshot.postings());
  const auto score_of = [&](RowRef ref, const PostingRow& row, std::int32_t affinity) {
    return judge.score(row, affinity, judge.certificates(ref));
  };
  const auto& own_row = snapshot.postings()[posting.segment].segment->row(posting.row);
  const auto own = score_of(posting, own_row, judge.affinity(posting));
  std::uint64_t better = 0;
  judge.for_each([&](RowRef ref, const PostingRow& row) {
    const auto affinity = judge.affinity(ref);
    if (affinity == 0 || judge.missing(ref).level != 0) return;
    better += order.before(score_of(ref, row, affinity), ref, own, posting);
  });
  return better + 1;
}

}  // namespace talentmatch
