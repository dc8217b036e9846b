#include "engine/ranking/newest_postings.hpp"

#include "engine/ranking/employer_cap.hpp"
#include "engine/ranking/filter.hpp"
#include "engine/ranking/top_k.hpp"

namespace talentmatch {
namespace {

bool proposable(const PostingRow& row, const EmployerTable& employers, Date as_of) {
  return row.open && row.taken < row.headcount && row.posted <= as_of && row.closes >= as_of &&
         row.kind != PostingKind::order_class && row.employer != kNoSlot && employers[row.employer].active;
}

void scan(const Snapshot& snapshot, std::uint32_t segment, const PostingFilter& filter,
          const RankOptions& options, TopK<PostingSegment>& top) {
  const TotalOrder<PostingSegment> order(snapshot.postings());
  const auto& live = snapshot.postings()[segment];
  for (std::uint32_t row = 0; row < live.segment->size(); ++row) {
    const RowRef ref{segment, row};
    if (top.closed(0, ref)) return;
    const PostingRow& fixed = live.segment->row(row);
    if (!proposable(fixed, snapshot.employers(), options.as_of) || live.is_dead(row)) continue;
    if (!filter.passes(ref, fixed) || (options.after && !order.after(0, ref, *options.after))) continue;
    top.offer({.score = 0, .ref = ref});
  }
}

}  // namespace

Ranking newest_postings(const Snapshot& snapshot, const RankOptions& options) {
  if (options.max_per_employer) {
    return capped_per_employer(
        snapshot, options, [&](const RankOptions& uncapped) { return newest_postings(snapshot, uncapped); });
  }
  const PostingFilter filter(snapshot, options);
  std::vector<TopItem> items;
  TopK<PostingSegment> top(items, TotalOrder<PostingSegment>(snapshot.postings()), options.k + 1, 0);
  for (std::uint32_t s = 0; s < snapshot.postings().size(); ++s) scan(snapshot, s, filter, options, top);
  Ranking ranking;
  ranking.more = top.sorted().size() > options.k;
  for (const TopItem& item : items) {
    if (ranking.results.size() < options.k) ranking.results.push_back({.ref = item.ref, .scores = {}});
  }
  return ranking;
}

}  // namespace talentmatch
