#pragma once

#include <cstddef>
#include <string_view>

namespace talentmatch {

// A document that is written with an erasure's commit and removed when nothing of it is left on the disk. It
// holds nothing: an id in it would itself have to be erased.
inline constexpr std::string_view kErasureMarker = "erasure/unfinished";

// What an erasure found of a person and removed.
struct Erasure {
  bool record = false;
  std::size_t placements = 0;
  std::size_t runs = 0;  // kept placement runs that named them
};

}  // namespace talentmatch
