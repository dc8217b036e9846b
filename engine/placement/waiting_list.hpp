#pragma once
// Who moves up when a seat falls vacant (spec 3, "Waiting list").

#include <cstdint>
#include <span>
#include <vector>

#include "engine/placement/run.hpp"

namespace talentmatch {

struct WaitingGraduate {
  std::uint32_t graduate = 0;  // row of the field
  std::uint16_t employer_view = 0;
  bool member = false;

  friend bool operator==(const WaitingGraduate&, const WaitingGraduate&) = default;
};

// Of a run from scores: those who prefer the posting to what they got, at most `most`, by E, local ones,
// lottery, id; every prefix of length n has at least ⌈n·reserved/seats⌉ members while any is left. Groups of
// an order class are not known after the run and do not count here. O(n log n) in those who may take it.
std::vector<WaitingGraduate> waiting_list(const PlacementResult& result, std::uint32_t posting,
                                          std::size_t most);

// The prefix rule by itself, for some who stand in a posting's order: positions of the first `most`, so that
// every prefix of length n has at least ⌈n·reserved/seats⌉ members while any is left. `members`: 1 = is one.
// O(n).
std::vector<std::uint32_t> in_prefix_order(std::span<const std::uint8_t> members, std::int32_t seats,
                                           std::int32_t reserved, std::size_t most);

}  // namespace talentmatch
