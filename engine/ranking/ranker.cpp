#include "engine/ranking/ranker.hpp"

#include "engine/ranking/employer_cap.hpp"
#include "engine/ranking/graduate_search.hpp"
#include "engine/ranking/newest_postings.hpp"
#include "engine/ranking/posting_search.hpp"

namespace talentmatch {

struct Ranker::Scratch {
  GraduateQuery graduate_query;
  PostingQuery posting_query;
  PostingAffinities affinities;
  std::vector<TopItem> items;
  PostingSearchSpace posting_space;
  std::vector<PendingGraduate> pending_graduates;
};

namespace {

Ranking refused(GateSet own_gates) {
  Ranking ranking;
  ranking.own_gates = own_gates;
  return ranking;
}

// A one-sided search leaves out what does not move its own view: the winners' other view is made up for.
template <class ScoresOf>
void complete_views(Ranking& ranking, const RankOptions& options, ScoresOf&& scores_of) {
  if (options.perspective == Perspective::mutual) return;
  for (Ranked& ranked : ranking.results) ranked.scores = scores_of(ranked.ref);
}

Scores pair_scores(const Snapshot& snapshot, const GraduateFacts& graduate, const PostingFacts& posting,
                   const RankOptions& options) {
  const auto context = pair_context(snapshot, graduate, posting, options.as_of);
  return scores(component_values(graduate, posting, context), options.weights);
}

}  // namespace

Ranker::Ranker() : scratch_(std::make_unique<Scratch>()) {}
Ranker::~Ranker() = default;

Ranking Ranker::rank(const Snapshot& snapshot, const GraduateFacts& graduate, const RankOptions& options) {
  if (!options.personalized) return newest_postings(snapshot, options);
  if (const GateSet failed = own_gates(graduate); !failed.empty()) return refused(failed);
  if (options.max_per_employer) {
    return capped_per_employer(
        snapshot, options, [&](const RankOptions& uncapped) { return rank(snapshot, graduate, uncapped); });
  }
  const PostingFilter filter(snapshot, options);
  scratch_->graduate_query.fill(snapshot, graduate, options, filter);
  scratch_->affinities.fill(snapshot.catalog(), graduate.major);
  TopK<PostingSegment> top(scratch_->items, TotalOrder<PostingSegment>(snapshot.postings()), options.k + 1,
                           options.min_score);
  PostingSearch search(snapshot, scratch_->graduate_query, filter, scratch_->affinities,
                       options.after ? &*options.after : nullptr, top, scratch_->posting_space);
  for (std::uint32_t segment = 0; segment < snapshot.postings().size(); ++segment) search.run(segment);
  Ranking ranking = ranking_of(top, options.k);
  ranking.visited = search.visited();
  complete_views(ranking, options,
                 [&](RowRef ref) { return pair_scores(snapshot, graduate, snapshot.posting(ref), options); });
  return ranking;
}

Ranking Ranker::rank(const Snapshot& snapshot, const PostingFacts& posting, const RankOptions& options) {
  const GateSet failed = own_gates(posting, pair_context(snapshot, {}, posting, options.as_of));
  if (!failed.empty()) return refused(failed);
  const GraduateFilter filter(snapshot, options);
  scratch_->posting_query.fill(snapshot, posting, options, filter);
  TopK<GraduateSegment> top(scratch_->items, TotalOrder<GraduateSegment>(snapshot.graduates()), options.k + 1,
                            options.min_score);
  GraduateSearch search(snapshot, scratch_->posting_query, filter, options.after ? &*options.after : nullptr,
                        top, scratch_->pending_graduates);
  for (std::uint32_t segment = 0; segment < snapshot.graduates().size(); ++segment) search.run(segment);
  Ranking ranking = ranking_of(top, options.k);
  ranking.visited = search.visited();
  complete_views(ranking, options,
                 [&](RowRef ref) { return pair_scores(snapshot, snapshot.graduate(ref), posting, options); });
  return ranking;
}

}  // namespace talentmatch
