#include "bench/designs/column_scan.hpp"

#include "engine/ranking/employer_cap.hpp"
#include "engine/ranking/newest_postings.hpp"

namespace talentmatch::bench {
namespace {

Ranking refused(GateSet own_gates) {
  Ranking ranking;
  ranking.own_gates = own_gates;
  return ranking;
}

}  // namespace

ColumnScan::ColumnScan(const Snapshot& snapshot) : snapshot_(snapshot) {
  for (std::uint32_t s = 0; s < snapshot.postings().size(); ++s) postings_.emplace_back(snapshot, s);
  for (std::uint32_t s = 0; s < snapshot.graduates().size(); ++s) graduates_.emplace_back(snapshot, s);
}

Ranking ColumnScan::rank(const GraduateFacts& graduate, const RankOptions& options) {
  if (!options.personalized) return newest_postings(snapshot_, options);
  if (const GateSet failed = own_gates(graduate); !failed.empty()) return refused(failed);
  if (options.max_per_employer) {
    return capped_per_employer(snapshot_, options,
                               [&](const RankOptions& uncapped) { return rank(graduate, uncapped); });
  }
  const PostingFilter filter(snapshot_, options);
  graduate_query_.fill(snapshot_, graduate, options, filter);
  TopK<PostingSegment> top(items_, TotalOrder<PostingSegment>(snapshot_.postings()), options.k + 1,
                           options.min_score);
  for (const auto& segment : postings_) segment.run(graduate_query_, filter, options, top);
  return ranking_of(top, options.k);
}

Ranking ColumnScan::rank(const PostingFacts& posting, const RankOptions& options) {
  const GateSet failed = own_gates(posting, pair_context(snapshot_, {}, posting, options.as_of));
  if (!failed.empty()) return refused(failed);
  const GraduateFilter filter(snapshot_, options);
  posting_query_.fill(snapshot_, posting, options, filter);
  TopK<GraduateSegment> top(items_, TotalOrder<GraduateSegment>(snapshot_.graduates()), options.k + 1,
                            options.min_score);
  for (const auto& segment : graduates_) segment.run(posting_query_, filter, options, top);
  return ranking_of(top, options.k);
}

}  // namespace talentmatch::bench
