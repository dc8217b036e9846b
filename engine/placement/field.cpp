#include "engine/placement/field.hpp"

#include <algorithm>

#include <tbb/parallel_sort.h>

#include "engine/placement/run.hpp"
#include "engine/ranking/filter.hpp"
#include "engine/ranking/ranker.hpp"
#include "engine/ranking/total_order.hpp"

namespace talentmatch {
namespace {

FlatVector<RowRef> graduates_in(const Snapshot& snapshot, const PlacementScope& scope, bool gates) {
  RankOptions options;
  options.schools = scope.schools;
  options.regions = scope.school_regions;
  options.levels = scope.levels;
  const GraduateFilter filter(snapshot, options);
  FlatVector<RowRef> rows;
  snapshot.for_each_graduate([&](RowRef ref, const GraduateFacts& facts) {
    if (gates && !own_gates(facts).empty()) return;
    if (!scope.years.empty() && std::ranges::find(scope.years, facts.year) == scope.years.end()) return;
    if (filter.passes(ref, snapshot.graduates()[ref.segment].segment->row(ref.row))) rows.push_back(ref);
  });
  return rows;
}

FlatVector<RowRef> postings_in(const Snapshot& snapshot, const PlacementScope& scope, Date as_of,
                               bool gates) {
  RankOptions options;
  options.kinds = scope.kinds;
  options.employers = scope.employers;
  options.regions = scope.regions;
  const PostingFilter filter(snapshot, options);
  FlatVector<RowRef> rows;
  snapshot.for_each_posting([&](RowRef ref, const PostingFacts& facts) {
    if (facts.taken >= facts.headcount) return;
    if (gates && !own_gates(facts, pair_context(snapshot, {}, facts, as_of)).empty()) return;
    if (filter.passes(ref, snapshot.postings()[ref.segment].segment->row(ref.row))) rows.push_back(ref);
  });
  return rows;
}

// Rows of one segment come in order already.
template <class Segment>
void sort_by_tie_order(FlatVector<RowRef>& rows, std::span<const LiveSegment<Segment>> segments) {
  if (segments.size() < 2) return;
  const TotalOrder<Segment> order(segments);
  tbb::parallel_sort(rows, [&](RowRef a, RowRef b) { return order.wins_tie(a, b); });
}

}  // namespace

Field::Field(std::shared_ptr<const Snapshot> snapshot, const PlacementScope& scope, Date as_of, bool gates)
    : snapshot_(std::move(snapshot)),
      graduates_(graduates_in(*snapshot_, scope, gates)),
      postings_(postings_in(*snapshot_, scope, as_of, gates)) {
  sort_by_tie_order(graduates_, snapshot_->graduates());
  sort_by_tie_order(postings_, snapshot_->postings());
  for (const auto& live : snapshot_->postings()) {
    posting_rows_.emplace_back(live.segment->size(), kUnplaced);
  }
  seats_.reserve(postings_.size());
  for (std::uint32_t p = 0; p < postings(); ++p) {
    const PostingRow& row = snapshot_->postings()[postings_[p].segment].segment->row(postings_[p].row);
    seats_.push_back(row.headcount - row.taken);
    posting_rows_[postings_[p].segment][postings_[p].row] = p;
  }
}

std::string_view Field::graduate_id(std::uint32_t row) const {
  return snapshot_->graduates()[graduates_[row].segment].segment->id(graduates_[row].row);
}

std::string_view Field::posting_id(std::uint32_t row) const {
  return snapshot_->postings()[postings_[row].segment].segment->id(postings_[row].row);
}

std::optional<std::uint32_t> Field::find_graduate(std::string_view id) const {
  std::uint32_t first = 0;
  std::uint32_t last = graduates();
  while (first < last) {
    const auto middle = first + (last - first) / 2;
    graduate_id(middle) < id ? first = middle + 1 : last = middle;
  }
  return first < graduates() && graduate_id(first) == id ? std::optional{first} : std::nullopt;
}

std::optional<std::uint32_t> Field::find_posting(std::string_view id) const {
  const auto ref = snapshot_->find_posting(id);
  if (!ref || posting_rows_[ref->segment][ref->row] == kUnplaced) return std::nullopt;
  return posting_rows_[ref->segment][ref->row];
}

}  // namespace talentmatch
