#pragma once
// The best K of the wishes that were taken.

#include <algorithm>
#include <span>
#include <vector>

#include "engine/placement/scores/wish_query.hpp"

namespace talentmatch {

class FewBest {
 public:
  explicit FewBest(std::size_t k) : k_(k) { items_.reserve(2 * k); }

  void clear() {
    limit_ = kNoLimit;
    items_.clear();
  }
  // Keys from this one on are not wanted.
  WishKey limit() const { return limit_; }
  void take(WishKey wish, const Choice& choice) {
    items_.push_back({wish, choice});
    if (items_.size() >= (limit_ == kNoLimit ? k_ : k_ + k_ / 2)) shrink();
  }

  struct Item {
    WishKey wish = 0;
    Choice choice;
  };
  std::span<const Item> sorted() {
    std::ranges::sort(items_, {}, &Item::wish);
    return std::span{items_}.first(std::min(k_, items_.size()));
  }

 private:
  static constexpr WishKey kNoLimit = ~WishKey{0};

  void shrink() {
    std::ranges::nth_element(items_, items_.begin() + static_cast<std::ptrdiff_t>(k_ - 1), {}, &Item::wish);
    items_.resize(k_);
    limit_ = items_.back().wish;
  }

  std::size_t k_;
  WishKey limit_ = kNoLimit;
  std::vector<Item> items_;
};

}  // namespace talentmatch
