#include <algorithm>
#include <unordered_map>

#include "engine/ranking/filter.hpp"
#include "engine/ranking/ranker.hpp"
#include "engine/ranking/total_order.hpp"

// The oracle: every pair by the letter of the spec, one sort, then the options in their order of work.

namespace talentmatch {
namespace {

template <class Segment>
void sort(std::vector<Ranked>& all, const TotalOrder<Segment>& order, Perspective perspective) {
  std::ranges::sort(all, [&](const Ranked& a, const Ranked& b) {
    return order.before(a.scores.of(perspective), a.ref, b.scores.of(perspective), b.ref);
  });
}

void cap_per_employer(std::vector<Ranked>& sorted, const Snapshot& snapshot, std::size_t cap) {
  std::unordered_map<Slot, std::size_t> seen;
  std::erase_if(sorted, [&](const Ranked& r) { return ++seen[snapshot.posting(r.ref).employer] > cap; });
}

// min_score, the page's start and k.
template <class Segment>
void cut(Ranking& ranking, const TotalOrder<Segment>& order, const RankOptions& options) {
  const auto least = options.personalized ? options.min_score : 0;
  std::erase_if(ranking.results, [&](const Ranked& r) {
    const auto score = r.scores.of(options.perspective);
    return score < least || (options.after && !order.after(score, r.ref, *options.after));
  });
  ranking.more = ranking.results.size() > options.k;
  if (ranking.more) ranking.results.resize(options.k);
}

}  // namespace

PairContext pair_context(const Snapshot& snapshot, const GraduateFacts& graduate, const PostingFacts& posting,
                         Date as_of) {
  const bool known = posting.employer != kNoSlot;
  return {.catalog = snapshot.catalog(),
          .as_of = as_of,
          .employer_active = known && snapshot.employers()[posting.employer].active,
          .school_tied = known && graduate.school != kNoSlot &&
                         snapshot.ties().tied(graduate.school, posting.employer, as_of)};
}

Ranking rank_exhaustively(const Snapshot& snapshot, const GraduateFacts& graduate,
                          const RankOptions& options) {
  Ranking ranking;
  ranking.own_gates = own_gates(graduate);
  if (options.personalized && !ranking.own_gates.empty()) return ranking;
  const PostingFilter filter(snapshot, options);
  const TotalOrder<PostingSegment> order(snapshot.postings());
  snapshot.for_each_posting([&](RowRef ref, const PostingFacts& posting) {
    if (!filter.passes(ref, snapshot.postings()[ref.segment].segment->row(ref.row))) return;
    const auto context = pair_context(snapshot, graduate, posting, options.as_of);
    if (!options.personalized) {
      if (posting.kind != PostingKind::order_class && own_gates(posting, context).empty()) {
        ranking.results.push_back({.ref = ref, .scores = {}});
      }
    } else if (failed_gates(graduate, posting, context).empty()) {
      const auto values = component_values(graduate, posting, context);
      ranking.results.push_back({.ref = ref, .scores = scores(values, options.weights)});
    }
  });
  sort(ranking.results, order, options.perspective);
  if (options.max_per_employer) cap_per_employer(ranking.results, snapshot, *options.max_per_employer);
  cut(ranking, order, options);
  if (!options.personalized) ranking.own_gates = {};
  return ranking;
}

Ranking rank_exhaustively(const Snapshot& snapshot, const PostingFacts& posting, const RankOptions& options) {
  Ranking ranking;
  ranking.own_gates = own_gates(posting, pair_context(snapshot, {}, posting, options.as_of));
  if (!ranking.own_gates.empty()) return ranking;
  const GraduateFilter filter(snapshot, options);
  const TotalOrder<GraduateSegment> order(snapshot.graduates());
  snapshot.for_each_graduate([&](RowRef ref, const GraduateFacts& graduate) {
    if (!filter.passes(ref, snapshot.graduates()[ref.segment].segment->row(ref.row))) return;
    const auto context = pair_context(snapshot, graduate, posting, options.as_of);
    if (!failed_gates(graduate, posting, context).empty()) return;
    const auto values = component_values(graduate, posting, context);
    ranking.results.push_back({.ref = ref, .scores = scores(values, options.weights)});
  });
  sort(ranking.results, order, options.perspective);
  cut(ranking, order, options);
  return ranking;
}

}  // namespace talentmatch
