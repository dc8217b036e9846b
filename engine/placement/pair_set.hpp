#pragma once
// A few pairs of rows, most graduates having none.

#include <algorithm>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

namespace talentmatch {

class PairSet {
 public:
  PairSet() = default;
  PairSet(std::vector<std::pair<std::uint32_t, std::uint32_t>> pairs) : pairs_(std::move(pairs)) {
    std::ranges::sort(pairs_);
    pairs_.erase(std::ranges::unique(pairs_).begin(), pairs_.end());
  }
  bool has(std::uint32_t graduate, std::uint32_t posting) const {
    return !pairs_.empty() && std::ranges::binary_search(pairs_, std::pair{graduate, posting});
  }
  // The pairs of one graduate.
  std::span<const std::pair<std::uint32_t, std::uint32_t>> of(std::uint32_t graduate) const {
    return std::ranges::equal_range(pairs_, graduate, {}, [](const auto& pair) { return pair.first; });
  }

 private:
  std::vector<std::pair<std::uint32_t, std::uint32_t>> pairs_;  // ascending
};

}  // namespace talentmatch
