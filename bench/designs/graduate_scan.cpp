#include "bench/designs/graduate_scan.hpp"

#include <array>

namespace talentmatch::bench {
namespace {

std::uint8_t gate_of(const GraduateRow& row) {
  return static_cast<std::uint8_t>(
      static_cast<unsigned>(row.kinds) | static_cast<unsigned>(rank_of(row.level)) << 3U |
      static_cast<unsigned>(row.holds_certificates) << 6U | static_cast<unsigned>(row.has_own_ties) << 7U);
}

// The most that level and certificates give E, by gate; -1 = fails.
std::array<std::int32_t, 256> levels_of(const PostingQuery& query) {
  const PointTables& points = query.points;
  std::array<std::int32_t, 256> levels{};
  for (std::size_t gate = 0; gate < levels.size(); ++gate) {
    const auto rank = gate >> 3U & 7U;
    const bool passes =
        rank < 6 && (gate & kind_bit(query.posting.kind)) != 0 && (query.ranks >> rank & 1U) != 0;
    const std::int32_t certificates = query.asked().empty() ? 50 : (gate >> 6U & 1U) != 0 ? 100 : 0;
    levels[gate] = passes ? points.level(query.level_values[rank]) + points.certificates(certificates) : -1;
  }
  return levels;
}

}  // namespace

GraduateScan::GraduateScan(const Snapshot& snapshot, std::uint32_t segment)
    : snapshot_(snapshot), segment_(segment) {
  const auto& live = snapshot.graduates()[segment];
  for (std::uint32_t at = 0; at < live.segment->size(); ++at) {
    const GraduateRow& row = live.segment->row(at);
    if (row.status != GraduateStatus::seeking || row.opt_out || live.is_dead(at)) continue;
    rows_.push_back(at);
    gates_.push_back(gate_of(row));
    majors_.push_back(index_of(row.major));
    homes_.push_back(index_of(row.home));
    expected_.push_back(row.expected_pay);
    schools_.push_back(row.school);
  }
}

void GraduateScan::run(const PostingQuery& query, const GraduateFilter& filter, const RankOptions& options,
                       TopK<GraduateSegment>& top) const {
  const PointTables& points = query.points;
  const auto levels = levels_of(query);
  const auto& segment = *snapshot_.graduates()[segment_].segment;
  for (std::size_t i = 0; i < rows_.size(); ++i) {
    const auto level = levels[gates_[i]];
    const auto affinity = query.affinity(MajorId{majors_[i]});
    if (level < 0 || affinity == 0) continue;
    const auto tie = gates_[i] >> 7U != 0 ? 100 : query.school_tied(schools_[i]) ? 50 : 0;
    const auto e = level + points.e_major(affinity) + points.e_tie(tie);
    const auto s = points.s_major(affinity) + points.s_tie(tie) +
                   points.pay(pay_value(query.posting.offer, expected_[i]));
    const auto least = top.least({segment_, rows_[i]});
    if (!points.reach(least, e, s + points.region(100))) continue;
    const auto region = query.places.value(segment.wishes(rows_[i]), RegionId{homes_[i]}).value;
    if (points.reach(least, e, s + points.region(region))) offer(i, query, filter, options, top);
  }
}

// By the letter of the spec: few get here.
void GraduateScan::offer(std::size_t at, const PostingQuery& query, const GraduateFilter& filter,
                         const RankOptions& options, TopK<GraduateSegment>& top) const {
  const RowRef ref{segment_, rows_[at]};
  const auto& segment = *snapshot_.graduates()[segment_].segment;
  if (!filter.passes(ref, segment.row(ref.row))) return;
  const auto graduate = segment.facts(ref.row);
  const auto context = pair_context(snapshot_, graduate, query.posting, query.as_of);
  if (!failed_gates(graduate, query.posting, context).empty()) return;
  const auto found = scores(component_values(graduate, query.posting, context), query.weights);
  const auto score = found.of(query.perspective);
  const TotalOrder<GraduateSegment> order(snapshot_.graduates());
  if (options.after && !order.after(score, ref, *options.after)) return;
  top.offer({score, ref, found.employer_view, found.graduate_view});
}

}  // namespace talentmatch::bench
