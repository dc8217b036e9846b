#pragma once
// Graduates a part at a time, the lucky ones first: they are seldom turned away later, and what they leave to
// the others is known before these ask.

#include <algorithm>
#include <cstdint>
#include <span>
#include <vector>

#include "engine/placement/scores/by_major.hpp"
#include "engine/placement/scores/wish_query.hpp"

namespace talentmatch {

// f(the luckiest of the part, the part) -> bool, graduates of about equal luck together, in it by major.
// False: f said so, and the rest was left out.
template <class F>
bool for_each_luck_band(const WishContext& wishes, std::span<const std::uint32_t> graduates, F&& f) {
  constexpr std::size_t kBands = 16;
  std::vector<std::uint32_t> order(graduates.begin(), graduates.end());
  std::ranges::sort(order, {}, [&](std::uint32_t g) { return wishes.claims.ordinary(g, 0); });
  const std::size_t size = order.size() / kBands + 1;
  for (std::size_t first = 0; first < order.size(); first += size) {
    const auto band = std::span{order}.subspan(first, std::min(size, order.size() - first));
    const auto luckiest = band.front();
    join_majors(wishes.field, band);
    if (!f(luckiest, std::span<const std::uint32_t>(band))) return false;
  }
  return true;
}

}  // namespace talentmatch
