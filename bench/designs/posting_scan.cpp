#include "bench/designs/posting_scan.hpp"

#include <array>

namespace talentmatch::bench {
namespace {

std::uint8_t gate_of(const PostingRow& row) {
  return static_cast<std::uint8_t>(static_cast<unsigned>(row.kind) | static_cast<unsigned>(row.fresh) << 2U |
                                   static_cast<unsigned>(row.min_rank) << 4U |
                                   static_cast<unsigned>(row.asks_certificates) << 7U);
}

}  // namespace

// What the loop looks up, from the query.
struct PostingScan::Tables {
  Tables(const PostingScan& scan, const GraduateQuery& query) {
    const PointTables& points = query.points;
    affinities.assign(query.affinities.begin(), query.affinities.end());
    affinities.resize(scan.several_ + 1U);
    affinities[scan.any_] = Catalog::kAnyMajorAffinity;
    affinities[scan.several_] = 100;
    const std::int32_t asked = query.holdings().empty() ? 0 : 100;
    for (std::size_t gate = 0; gate < levels.size(); ++gate) {
      const auto rank = gate >> 4U & 7U;
      const bool passes = (query.kinds >> (gate & 3U) & 1U) != 0 && (gate >> 2U & 3U) < 3 &&
                          query.fresh[gate >> 2U & 3U] && (query.ranks >> rank & 1U) != 0;
      levels[gate] =
          passes ? points.level(query.level_values[rank]) + points.certificates(gate >> 7U != 0 ? asked : 50)
                 : -1;
    }
  }

  std::vector<std::uint8_t> affinities;
  std::array<std::int32_t, 256> levels{};  // points of E by gate, -1 = fails
};

PostingScan::PostingScan(const Snapshot& snapshot, std::uint32_t segment)
    : snapshot_(snapshot),
      segment_(segment),
      any_(static_cast<std::uint16_t>(snapshot.catalog().entry_count())),
      several_(static_cast<std::uint16_t>(any_ + 1)) {
  const auto& live = snapshot.postings()[segment];
  for (std::uint32_t at = 0; at < live.segment->size(); ++at) {
    const PostingRow& row = live.segment->row(at);
    if (!row.open || row.taken >= row.headcount || live.is_dead(at)) continue;
    const auto majors = live.segment->majors(at);
    rows_.push_back(at);
    gates_.push_back(gate_of(row));
    entries_.push_back(majors.empty() ? any_ : majors.size() > 1 ? several_ : index_of(majors.front()));
    regions_.push_back(index_of(row.region));
    offers_.push_back(row.offer);
    employers_.push_back(row.employer);
  }
}

void PostingScan::run(const GraduateQuery& query, const PostingFilter& filter, const RankOptions& options,
                      TopK<PostingSegment>& top) const {
  const Tables tables(*this, query);
  const PointTables& points = query.points;
  const auto& segment = *snapshot_.postings()[segment_].segment;
  for (std::size_t i = 0; i < rows_.size(); ++i) {
    const auto level = tables.levels[gates_[i]];
    std::int32_t affinity = tables.affinities[entries_[i]];
    if (level < 0 || affinity == 0) continue;
    const RegionId place{regions_[i]};
    if (query.regions.excludes(place)) continue;
    const auto region = points.region(query.regions.value(place));
    const auto tie = query.tie(employers_[i]);
    const auto least = top.least({segment_, rows_[i]});
    if (!points.reach(least, level + points.e_major(affinity) + points.e_tie(tie),
                      region + points.s_major(affinity) + points.pay(100) + points.s_tie(tie))) {
      continue;
    }
    if (entries_[i] == several_) {
      affinity = 0;
      for (const EntryId entry : segment.majors(rows_[i])) {
        affinity = std::max<std::int32_t>(affinity, tables.affinities[index_of(entry)]);
      }
      if (affinity == 0) continue;
    }
    const auto pay = points.pay(pay_value(offers_[i], query.graduate.expected_pay));
    if (points.reach(least, level + points.e_major(affinity) + points.e_tie(tie),
                     region + points.s_major(affinity) + pay + points.s_tie(tie))) {
      offer(i, query, filter, options, top);
    }
  }
}

// By the letter of the spec: few get here.
void PostingScan::offer(std::size_t at, const GraduateQuery& query, const PostingFilter& filter,
                        const RankOptions& options, TopK<PostingSegment>& top) const {
  const RowRef ref{segment_, rows_[at]};
  const auto& segment = *snapshot_.postings()[segment_].segment;
  if (!filter.passes(ref, segment.row(ref.row))) return;
  const auto posting = segment.facts(ref.row);
  const auto context = pair_context(snapshot_, query.graduate, posting, query.as_of);
  if (!failed_gates(query.graduate, posting, context).empty()) return;
  const auto found = scores(component_values(query.graduate, posting, context), query.weights);
  const auto score = found.of(query.perspective);
  const TotalOrder<PostingSegment> order(snapshot_.postings());
  if (options.after && !order.after(score, ref, *options.after)) return;
  top.offer({score, ref, found.employer_view, found.graduate_view});
}

}  // namespace talentmatch::bench
