#pragma once

#include <cstdint>

#include "engine/model/ids.hpp"

namespace talentmatch {

struct RegionRange {  // [first, last] of RegionIds
  std::uint16_t first = 0;
  std::uint16_t last = 0;

  constexpr bool contains(RegionId region) const {
    return index_of(region) >= first && index_of(region) <= last;
  }
  friend constexpr auto operator<=>(const RegionRange&, const RegionRange&) = default;
};

}  // namespace talentmatch
