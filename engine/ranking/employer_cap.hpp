#pragma once
// max_per_employer: the first m postings of each employer in the total order, counted from the very top, also
// when a later page is asked for. Capping a prefix of the order gives a prefix of the capped order, so the
// uncapped search is asked for ever longer prefixes until enough is left.

#include <algorithm>
#include <unordered_map>

#include "engine/ranking/ranker.hpp"
#include "engine/ranking/total_order.hpp"

namespace talentmatch {

template <class RankUncapped>
Ranking capped_per_employer(const Snapshot& snapshot, const RankOptions& options,
                            RankUncapped&& rank_uncapped) {
  RankOptions wider = options;
  wider.max_per_employer.reset();
  wider.after.reset();
  const TotalOrder<PostingSegment> order(snapshot.postings());
  for (wider.k = 4 * (options.k + 1);; wider.k *= 4) {
    Ranking ranking = rank_uncapped(wider);
    std::unordered_map<Slot, std::size_t> seen;
    std::erase_if(ranking.results, [&](const Ranked& r) {
      const bool over = ++seen[snapshot.posting(r.ref).employer] > *options.max_per_employer;
      return over || (options.after && !order.after(r.scores.of(options.perspective), r.ref, *options.after));
    });
    if (ranking.results.size() <= options.k && ranking.more) continue;
    ranking.more = ranking.results.size() > options.k;
    ranking.results.resize(std::min(options.k, ranking.results.size()));
    return ranking;
  }
}

}  // namespace talentmatch
