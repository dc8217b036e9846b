#pragma once

#include <cstddef>

namespace talentmatch {

// What an erasure found of a person and removed.
struct Erasure {
  bool record = false;
  std::size_t placements = 0;
  std::size_t runs = 0;  // kept placement runs that named them
};

}  // namespace talentmatch
