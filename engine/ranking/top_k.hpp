#pragma once
// The best k of what has been seen, in the total order, and the bound that says what can still enter.

#include <algorithm>
#include <vector>

#include "engine/ranking/ranker.hpp"
#include "engine/ranking/total_order.hpp"

namespace talentmatch {

struct TopItem {
  std::int32_t score = 0;
  RowRef ref;
  std::int32_t employer_view = 0;
  std::int32_t graduate_view = 0;
};

template <class Segment>
class TopK {
 public:
  // `items` is scratch space. Scores below min_score never enter.
  TopK(std::vector<TopItem>& items, TotalOrder<Segment> order, std::size_t k, std::int32_t min_score)
      : items_(items), order_(order), k_(k), floor_(min_score) {
    items_.clear();
  }

  // The least score that may still enter.
  std::int32_t threshold() const { return floor_; }
  // The least with which this row, or one after it in its segment, can enter.
  std::int32_t least(RowRef from) const {
    return floor_ + (full_ && from.segment == worst_.segment && from.row > worst_.row ? 1 : 0);
  }
  bool closed(std::int32_t score, RowRef from) const { return score < least(from); }

  void offer(const TopItem& item) {
    if (item.score < floor_ || (full_ && item.score == floor_ && !order_.wins_tie(item.ref, worst_))) return;
    if (k_ <= kSorted) return insert(item);
    items_.push_back(item);
    if (items_.size() >= limit()) shrink();
  }

  std::vector<TopItem>& sorted() {
    if (k_ > kSorted) std::ranges::sort(items_, before());
    if (items_.size() > k_) items_.resize(k_);
    return items_;
  }

 private:
  auto before() const {
    return
        [this](const TopItem& a, const TopItem& b) { return order_.before(a.score, a.ref, b.score, b.ref); };
  }
  // Up to this many are kept in order, so that the threshold is always that of the moment.
  static constexpr std::size_t kSorted = 64;
  void insert(const TopItem& item) {
    if (k_ == 0) return;
    items_.push_back(item);
    auto at = items_.end() - 1;
    for (; at != items_.begin() && before()(item, *(at - 1)); --at) *at = *(at - 1);
    *at = item;
    if (items_.size() > k_) items_.pop_back();
    if (items_.size() == k_) set_worst(items_.back());
  }

  // Of more, selecting from a buffer costs less than order; a small buffer keeps the threshold fresh.
  std::size_t limit() const { return full_ ? k_ + std::max<std::size_t>(1, k_ / 4) : k_; }

  void shrink() {
    if (k_ == 0) return items_.clear();
    const auto kth = items_.begin() + static_cast<std::ptrdiff_t>(k_ - 1);
    std::nth_element(items_.begin(), kth, items_.end(), before());
    items_.resize(k_);
    set_worst(items_[k_ - 1]);
  }
  void set_worst(const TopItem& item) {
    full_ = true;
    floor_ = item.score;
    worst_ = item.ref;
  }

  std::vector<TopItem>& items_;
  TotalOrder<Segment> order_;
  std::size_t k_;
  std::int32_t floor_;
  bool full_ = false;
  RowRef worst_;
};

// One more than k was looked for, so that `more` is known.
template <class Segment>
Ranking ranking_of(TopK<Segment>& top, std::size_t k) {
  Ranking ranking;
  const auto& items = top.sorted();
  ranking.more = items.size() > k;
  ranking.results.reserve(std::min(k, items.size()));
  for (const TopItem& item : std::span{items}.first(std::min(k, items.size()))) {
    ranking.results.push_back({.ref = item.ref,
                               .scores = {.employer_view = item.employer_view,
                                          .graduate_view = item.graduate_view,
                                          .mutual = mutual_score(item.employer_view, item.graduate_view)}});
  }
  return ranking;
}

}  // namespace talentmatch
