#pragma once
// A distribution given by some of its quantiles, straight lines between them, in integers.

#include <cstddef>
#include <cstdint>
#include <span>

#include "tools/generate/random.hpp"

namespace talentmatch::world {

struct Quantile {
  std::int32_t at = 0;  // thousandths; the first is 0, the last 1000
  std::int32_t hundredths = 0;
};

inline std::int32_t draw(std::span<const Quantile> curve, Random& random) {
  const auto at = random.between(0, 999);
  std::size_t upper = 1;
  while (curve[upper].at <= at) ++upper;
  const auto& low = curve[upper - 1];
  const auto& high = curve[upper];
  return low.hundredths + (high.hundredths - low.hundredths) * (at - low.at) / (high.at - low.at);
}

// Yuan a month as people write it.
constexpr std::int32_t rounded_pay(std::int32_t yuan) {
  return (yuan + 50) / 100 * 100;
}

}  // namespace talentmatch::world
