#pragma once

#include <cstdint>

#include "engine/model/ids.hpp"

namespace talentmatch {

// The least affinity above 0: that of every entry of the major's own category group.
inline constexpr std::uint8_t kFamilyAffinity = 20;

struct RelatedEntry {
  EntryId entry{};
  std::uint8_t affinity = 0;  // 1…100

  friend bool operator==(const RelatedEntry&, const RelatedEntry&) = default;
};

struct RelatedMajor {
  MajorId major{};
  std::uint8_t affinity = 0;  // 1…100

  friend bool operator==(const RelatedMajor&, const RelatedMajor&) = default;
};

}  // namespace talentmatch
