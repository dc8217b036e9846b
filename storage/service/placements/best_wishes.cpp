#include "storage/service/placements/best_wishes.hpp"

#include <algorithm>

#include "engine/ranking/filter.hpp"
#include "engine/ranking/total_order.hpp"

namespace talentmatch {
namespace {

RankOptions options_of(const KeptRun& run, std::size_t most) {
  RankOptions options;
  options.k = most;
  options.perspective = Perspective::graduate;
  options.weights = run.request.weights;
  options.as_of = run.as_of;
  options.kinds = run.request.scope.kinds;
  options.employers = run.request.scope.employers;
  options.regions = run.request.scope.regions;
  return options;
}

struct Wish {
  std::int32_t graduate_view = 0;
  RowRef posting;
};

// As if no seat had been taken.
std::vector<Wish> all_wishes(const Snapshot& snapshot, const GraduateFacts& graduate,
                             const RankOptions& options) {
  const PostingFilter filter(snapshot, options);
  std::vector<Wish> wishes;
  snapshot.for_each_posting([&](RowRef ref, PostingFacts posting) {
    if (!filter.passes(ref, snapshot.postings()[ref.segment].segment->row(ref.row))) return;
    posting.taken = 0;
    const auto context = pair_context(snapshot, graduate, posting, options.as_of);
    if (!failed_gates(graduate, posting, context).empty()) return;
    wishes.push_back(
        {scores(component_values(graduate, posting, context), options.weights).graduate_view, ref});
  });
  return wishes;
}

std::vector<RowRef> best_of(const Snapshot& snapshot, std::vector<Wish> wishes, std::size_t most) {
  const TotalOrder<PostingSegment> order(snapshot.postings());
  const auto count = std::min(most, wishes.size());
  std::ranges::partial_sort(wishes, wishes.begin() + static_cast<std::ptrdiff_t>(count),
                            [&](const Wish& a, const Wish& b) {
                              return order.before(a.graduate_view, a.posting, b.graduate_view, b.posting);
                            });
  std::vector<RowRef> best;
  best.reserve(count);
  for (std::size_t i = 0; i < count; ++i) best.push_back(wishes[i].posting);
  return best;
}

}  // namespace

std::vector<RowRef> best_wishes(const KeptRun& run, const GraduateFacts& graduate, std::size_t most,
                                Ranker& ranker) {
  const auto options = options_of(run, most);
  if (!run.head.confirmation.empty()) {
    return best_of(*run.snapshot, all_wishes(*run.snapshot, graduate, options), most);
  }
  std::vector<RowRef> best;
  for (const Ranked& wish : ranker.rank(*run.snapshot, graduate, options).results) best.push_back(wish.ref);
  return best;
}

}  // namespace talentmatch
