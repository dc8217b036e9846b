#include "engine/ranking/ranker.hpp"

#include <algorithm>

#include "engine/ranking/employer_cap.hpp"
#include "engine/ranking/newest_postings.hpp"
#include "engine/ranking/posting_search.hpp"

namespace talentmatch {

struct Ranker::Scratch {
  GraduateQuery graduate_query;
  std::vector<KeyAffinity> keys;
  std::vector<TopItem> items;
};

namespace {

// One more than k is looked for, so that `more` is known.
template <class Segment>
Ranking ranking_of(TopK<Segment>& top, std::size_t k) {
  Ranking ranking;
  const auto& items = top.sorted();
  ranking.more = items.size() > k;
  ranking.results.reserve(std::min(k, items.size()));
  for (std::size_t i = 0; i < std::min(k, items.size()); ++i) {
    const TopItem& item = items[i];
    ranking.results.push_back({.ref = item.ref,
                               .scores = {.employer_view = item.employer_view,
                                          .graduate_view = item.graduate_view,
                                          .mutual = mutual_score(item.employer_view, item.graduate_view)}});
  }
  return ranking;
}

// A one-sided search leaves out what does not move its own view: the winners' other view is made up for.
void complete_views(Ranking& ranking, const Snapshot& snapshot, const GraduateFacts& graduate,
                    const RankOptions& options) {
  if (options.perspective == Perspective::mutual) return;
  for (Ranked& ranked : ranking.results) {
    const PostingFacts posting = snapshot.posting(ranked.ref);
    const auto values =
        component_values(graduate, posting, pair_context(snapshot, graduate, posting, options.as_of));
    ranked.scores = scores(values, options.weights);
  }
}

}  // namespace

Ranker::Ranker() : scratch_(std::make_unique<Scratch>()) {}
Ranker::~Ranker() = default;

Ranking Ranker::rank(const Snapshot& snapshot, const GraduateFacts& graduate, const RankOptions& options) {
  if (!options.personalized) return newest_postings(snapshot, options);
  if (const GateSet failed = own_gates(graduate); !failed.empty()) {
    Ranking ranking;
    ranking.own_gates = failed;
    return ranking;
  }
  if (options.max_per_employer) {
    return capped_per_employer(
        snapshot, options, [&](const RankOptions& uncapped) { return rank(snapshot, graduate, uncapped); });
  }
  const PostingFilter filter(snapshot, options);
  scratch_->graduate_query.fill(snapshot, graduate, options, filter);
  fill_posting_keys(snapshot.catalog(), graduate.major, scratch_->keys);
  TopK<PostingSegment> top(scratch_->items, TotalOrder<PostingSegment>(snapshot.postings()), options.k + 1,
                           options.min_score);
  PostingSearch search(snapshot, scratch_->graduate_query, filter, scratch_->keys,
                       options.after ? &*options.after : nullptr, top);
  for (std::uint32_t segment = 0; segment < snapshot.postings().size(); ++segment) search.run(segment);
  Ranking ranking = ranking_of(top, options.k);
  complete_views(ranking, snapshot, graduate, options);
  return ranking;
}

Ranking Ranker::rank(const Snapshot& snapshot, const PostingFacts& posting, const RankOptions& options) {
  return rank_exhaustively(snapshot, posting, options);
}

}  // namespace talentmatch
