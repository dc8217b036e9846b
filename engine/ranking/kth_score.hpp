#pragma once
// The k-th best score of a ranking, and where it goes when pairs enter or rise. Only scores above it can move
// it, and all of those are among the k that are known.

#include <array>
#include <cstdint>
#include <optional>
#include <span>

#include "engine/ranking/ranker.hpp"

namespace talentmatch {

// A pair's score before and after a change.
struct Rise {
  static constexpr std::int32_t kNotProposed = -1;
  std::int32_t before = kNotProposed;
  std::int32_t after = 0;
};

class KthScore {
 public:
  // `top` are the best k of all pairs.
  KthScore(const Ranking& top, std::size_t k, Perspective perspective);

  std::optional<std::int32_t> before() const { return known(floor_); }
  // A rise to at most this score moves nothing.
  std::int32_t floor() const { return floor_; }
  // The rises of one change above the floor, in any order. O(rises + 1000).
  std::optional<std::int32_t> after(std::span<const Rise> rises) const;

 private:
  static constexpr std::int32_t kMaxScore = 1000;
  static std::optional<std::int32_t> known(std::int32_t score) {
    return score < 0 ? std::nullopt : std::optional{score};
  }

  std::size_t k_;
  std::int32_t floor_ = -1;                           // the k-th score, -1 = there are fewer pairs
  std::array<std::int32_t, kMaxScore + 1> counts_{};  // of the known pairs, by score
};

}  // namespace talentmatch
