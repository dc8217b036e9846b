#pragma once
// The best K wishes of a search; a visitor of WishSearch that minds the cutoffs.

#include <algorithm>
#include <atomic>
#include <span>
#include <vector>

#include "engine/placement/proposals.hpp"
#include "engine/placement/scores/wish_search.hpp"

namespace talentmatch {

// The weakest cutoff in each strip, or what it once was: cutoffs only tighten, so an old one is only less
// use.
class StripCutoffs {
 public:
  explicit StripCutoffs(std::size_t strips) : weakest_(strips) {
    for (auto& weakest : weakest_) weakest.store(kAnyClaim, std::memory_order_relaxed);
  }
  Claim of(std::uint32_t strip) const { return weakest_[strip].load(std::memory_order_relaxed); }
  void set(std::uint32_t strip, Claim weakest) { weakest_[strip].store(weakest, std::memory_order_relaxed); }

 private:
  std::vector<std::atomic<Claim>> weakest_;
};

class FewBest {
 public:
  FewBest(const Cutoffs& cutoffs, StripCutoffs& strips, std::size_t k)
      : cutoffs_(cutoffs), strips_(strips), k_(k) {
    items_.reserve(2 * k);
  }

  void start(bool member) {
    member_ = member;
    limit_ = kNoLimit;
    items_.clear();
  }
  WishKey limit() const { return limit_; }
  bool skips(std::uint32_t strip, Claim best) const { return best > strips_.of(strip); }
  Claim cutoff(std::uint32_t posting) const { return cutoffs_.of(posting, member_); }
  Claim strip_cutoff(std::uint32_t posting) const { return cutoffs_.of(posting, true); }
  void note(std::uint32_t strip, Claim weakest) { strips_.set(strip, weakest); }
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

  const Cutoffs& cutoffs_;
  StripCutoffs& strips_;
  std::size_t k_;
  bool member_ = false;
  WishKey limit_ = 0;
  std::vector<Item> items_;
};

}  // namespace talentmatch
