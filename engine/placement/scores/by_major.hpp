#pragma once
// Graduates by major: those of one go through the same postings.

#include <algorithm>
#include <cstdint>
#include <ranges>
#include <span>
#include <utility>
#include <vector>

#include "engine/placement/field.hpp"

namespace talentmatch {

// Ascending, each once.
inline std::vector<MajorId> majors_of(const Field& field) {
  std::vector<MajorId> majors;
  majors.reserve(field.graduates());
  for (std::uint32_t g = 0; g < field.graduates(); ++g) majors.push_back(field.graduate(g).major);
  std::ranges::sort(majors);
  majors.erase(std::ranges::unique(majors).begin(), majors.end());
  return majors;
}

// In an order in which those of one major follow each other.
inline void join_majors(const Field& field, std::span<std::uint32_t> graduates) {
  std::vector<std::pair<MajorId, std::uint32_t>> by_major;
  by_major.reserve(graduates.size());
  for (const auto g : graduates) by_major.emplace_back(field.graduate(g).major, g);
  std::ranges::sort(by_major);
  std::ranges::copy(by_major | std::views::values, graduates.begin());
}

}  // namespace talentmatch
