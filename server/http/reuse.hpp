#pragma once

#include <string>

namespace talentmatch {

// Empties a buffer for the next use, and gives back memory that only an unusually large use needed.
inline void reuse(std::string& text) {
  constexpr std::size_t kKeptCapacity = 256 << 10;
  text.clear();
  if (text.capacity() > kKeptCapacity) text.shrink_to_fit();
}

}  // namespace talentmatch
