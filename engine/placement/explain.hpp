#pragma once
// Why a graduate got what they got: each posting that they want more, and what kept them out. Nothing in it
// tells a priority group. Any thread.

#include <vector>

#include "engine/placement/run.hpp"
#include "engine/ranking/ranker.hpp"

namespace talentmatch {

enum class WishOutcome : std::uint8_t {
  granted,
  gates,      // fails: see `gates`
  outranked,  // closed to this claim: see the posting's cutoffs
  not_asked,  // something wanted more was granted, or a place before all others
  excluded,   // banned, or not on the posting's own list
};
template <>
inline constexpr std::array<std::string_view, 5> words<WishOutcome>{"granted", "gates", "outranked",
                                                                    "not_asked", "excluded"};

struct WishVerdict {
  std::uint32_t posting = 0;  // row of the field
  std::uint16_t employer_view = 0;
  std::uint16_t graduate_view = 0;
  WishOutcome outcome{};
  GateSet gates;
  bool member = false;  // may claim reserved seats
};

// A pair, and what the run knows of it.
struct WishCase {
  const Snapshot& snapshot;
  const GraduateFacts& graduate;
  const PostingFacts& posting;
  Date as_of;
  const Weights& weights;
  const Assignment& got;  // by the graduate
  std::uint32_t row = 0;  // of the posting, in the field
  bool banned = false;
  bool member = false;
};
// O(length of the two records' lists).
WishVerdict judge(const WishCase& wish);

// The graduate and any posting of the field, in a run from scores. O(length of the two records' lists).
WishVerdict explain_wish(const PlacementResult& result, std::uint32_t graduate, std::uint32_t posting);

// The graduate's best `most` wishes of an unlimited list, most wanted first. O(a top-k search).
std::vector<WishVerdict> explain_wishes(const PlacementResult& result, std::uint32_t graduate,
                                        std::size_t most);

}  // namespace talentmatch
