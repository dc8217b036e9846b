#pragma once
// Choices of all graduates in one flat array: graduate -> choices, most wanted first. Graduates and postings
// are rows of a Field (field.hpp).

#include <cstdint>
#include <span>

#include "engine/memory/flat_vector.hpp"

namespace talentmatch {

struct Choice {
  std::uint32_t posting = 0;
  std::uint16_t graduate_view = 0;  // S, 0…1000
  std::uint16_t employer_view = 0;  // E, 0…1000

  friend bool operator==(const Choice&, const Choice&) = default;
};

struct ChoiceLists {
  FlatVector<std::uint64_t> first{0};  // graduates + 1 offsets into `choices`
  FlatVector<Choice> choices;

  std::size_t graduates() const { return first.size() - 1; }
  std::span<const Choice> of(std::uint32_t graduate) const {
    return std::span{choices}.subspan(first[graduate], first[graduate + 1] - first[graduate]);
  }
  // Appends the next graduate's list.
  void append(std::span<const Choice> list) {
    choices.insert(choices.end(), list.begin(), list.end());
    first.push_back(choices.size());
  }
};

}  // namespace talentmatch
