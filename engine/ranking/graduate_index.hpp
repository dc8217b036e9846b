#pragma once
#include <cstddef>

#include "engine/market/segment.hpp"
namespace talentmatch {
class GraduateIndex {
 public:
  GraduateIndex(const GraduateColumns&, const Catalog&, const IndexTuning&) {}
  std::size_t bytes() const { return 0; }
};
}  // namespace talentmatch
