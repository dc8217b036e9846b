#pragma once
// Lists that people gave, as a contest on lists. A pair is acceptable only if it passes the gates (unless the
// policy switches them off), is not banned, and each side that gave a list names the other.

#include "engine/placement/setup.hpp"

namespace talentmatch {

struct GivenLists {
  ChoiceLists lists;
  std::vector<std::uint32_t> places;  // by choice: in the posting's list, or kByScore; empty: none was given
  std::vector<std::uint32_t> ranks;   // by choice: in the graduate's list as given, from 1
};

// Errors by line: unknown_reference, duplicate_entry. Ids out of scope are passed over. All threads.
Result<GivenLists> resolve_lists(const PlacementInput& input, const PlacementSetup& setup);

// E and S of a pair.
Choice choice_of(const Field& field, std::uint32_t graduate, std::uint32_t posting, const Weights& weights,
                 Date as_of);
bool passes_gates(const Field& field, std::uint32_t graduate, std::uint32_t posting, Date as_of);

}  // namespace talentmatch
