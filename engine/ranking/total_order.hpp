#pragma once
// Spec 2's total order: score descending; postings then newest first, then id; graduates by id. Within a
// segment the row number is the tie order, so ids are compared only across segments.

#include <compare>
#include <string_view>

#include "engine/market/snapshot.hpp"
#include "engine/ranking/options.hpp"

namespace talentmatch {

template <class Segment>
class TotalOrder {
 public:
  explicit TotalOrder(std::span<const LiveSegment<Segment>> segments) : segments_(segments) {}

  // Does (score a, row a) come before (score b, row b)?
  bool before(std::int32_t score_a, RowRef a, std::int32_t score_b, RowRef b) const {
    return score_a != score_b ? score_a > score_b : wins_tie(a, b);
  }

  bool wins_tie(RowRef a, RowRef b) const {
    if (a.segment == b.segment) return a.row < b.row;
    if (const auto by_date = posted(b) <=> posted(a); by_date != 0) return by_date < 0;
    return id(a) < id(b);
  }

  // Does (score, row) come strictly after the key of a page's end?
  bool after(std::int32_t score, RowRef row, const PageKey& key) const {
    if (score != key.score) return score < key.score;
    if (const auto by_date = key.posted <=> posted(row); by_date != 0 && kDated) return by_date > 0;
    return id(row) > key.id;
  }

  std::string_view id(RowRef ref) const { return segments_[ref.segment].segment->id(ref.row); }
  Date posted(RowRef ref) const {
    if constexpr (kDated) {
      return segments_[ref.segment].segment->row(ref.row).posted;
    } else {
      return {};
    }
  }

 private:
  static constexpr bool kDated = std::is_same_v<Segment, PostingSegment>;
  std::span<const LiveSegment<Segment>> segments_;
};

}  // namespace talentmatch
