#pragma once
// The points of every component by its value, and whether two views can still reach a score: no
// multiplication by weights and no division in a loop over rows.

#include <array>
#include <cstdint>
#include <optional>

#include "engine/ranking/evaluation.hpp"

namespace talentmatch {

class PointTables {
 public:
  // Costs nothing if the weights are those of the time before.
  void fill(const Weights& weights, Perspective perspective) {
    perspective_ = perspective;
    if (weights_ == weights) return;
    weights_ = weights;
    for (std::size_t component = 0; component < 4; ++component) {
      for (std::int32_t value = 0; value <= 100; ++value) {
        employer_[component][static_cast<std::size_t>(value)] = points(weights.employer[component], value);
        graduate_[component][static_cast<std::size_t>(value)] = points(weights.graduate[component], value);
      }
    }
  }

  std::int32_t e_major(std::int32_t v) const { return employer_[0][static_cast<std::size_t>(v)]; }
  std::int32_t certificates(std::int32_t v) const { return employer_[1][static_cast<std::size_t>(v)]; }
  std::int32_t level(std::int32_t v) const { return employer_[2][static_cast<std::size_t>(v)]; }
  std::int32_t e_tie(std::int32_t v) const { return employer_[3][static_cast<std::size_t>(v)]; }
  std::int32_t region(std::int32_t v) const { return graduate_[0][static_cast<std::size_t>(v)]; }
  std::int32_t s_major(std::int32_t v) const { return graduate_[1][static_cast<std::size_t>(v)]; }
  std::int32_t pay(std::int32_t v) const { return graduate_[2][static_cast<std::size_t>(v)]; }
  std::int32_t s_tie(std::int32_t v) const { return graduate_[3][static_cast<std::size_t>(v)]; }

  // Does a pair with views e and s score `least` or more?
  bool reach(std::int32_t least, std::int32_t e, std::int32_t s) const {
    if (perspective_ == Perspective::mutual) return 2 * e * s >= least * (e + s);
    return (perspective_ == Perspective::employer ? e : s) >= least;
  }

 private:
  Perspective perspective_{};
  std::optional<Weights> weights_;
  std::array<std::array<std::int32_t, 101>, 4> employer_{};
  std::array<std::array<std::int32_t, 101>, 4> graduate_{};
};

}  // namespace talentmatch
