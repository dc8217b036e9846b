#pragma once
// A choice among positions 0 … n-1 with integer weights, by binary search in their running sums.

#include <algorithm>
#include <cstdint>
#include <span>
#include <vector>

#include "tools/generate/random.hpp"

namespace talentmatch::world {

class Weighted {
 public:
  Weighted() = default;
  explicit Weighted(std::span<const std::uint64_t> weights) {
    sums_.reserve(weights.size());
    for (const auto weight : weights) sums_.push_back(total() + weight);
  }

  std::uint64_t total() const { return sums_.empty() ? 0 : sums_.back(); }
  // Something can be picked; pick() requires it.
  bool usable() const { return total() > 0; }
  std::size_t pick(Random& random) const {
    const auto at = std::ranges::upper_bound(sums_, random.below(total()));
    return static_cast<std::size_t>(at - sums_.begin());
  }

 private:
  std::vector<std::uint64_t> sums_;
};

// The table's rows as choices; `weight` is the member that holds a row's share.
template <class Rows, class Weight>
Weighted weighted_by(const Rows& rows, Weight weight) {
  std::vector<std::uint64_t> weights;
  weights.reserve(rows.size());
  for (const auto& row : rows) weights.push_back(row.*weight);
  return Weighted(weights);
}

}  // namespace talentmatch::world
