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

  // Keys from `limit` on are not wanted from the start.
  void clear(WishKey limit = kNoWishLimit) {
    limit_ = limit;
    items_.clear();
  }
  // Keys from this one on are not wanted.
  WishKey limit() const { return limit_; }
  void take(WishKey wish, const Choice& choice) {
    items_.push_back({wish, choice});
    if (items_.size() >= (limit_ == kNoWishLimit ? k_ : k_ + k_ / 2)) shrink();
  }

  struct Item {
    WishKey wish = 0;
    Choice choice;
  };
  // In any order; more than K perhaps.
  std::span<const Item> some() const { return items_; }
  std::span<const Item> sorted() {
    std::ranges::sort(items_, {}, &Item::wish);
    return std::span{items_}.first(std::min(k_, items_.size()));
  }

 private:
  void shrink() {
    std::ranges::nth_element(items_, items_.begin() + static_cast<std::ptrdiff_t>(k_ - 1), {}, &Item::wish);
    items_.resize(k_);
    limit_ = items_.back().wish;
  }

  std::size_t k_;
  WishKey limit_ = kNoWishLimit;
  std::vector<Item> items_;
};

}  // namespace talentmatch
