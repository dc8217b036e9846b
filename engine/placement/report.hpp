#pragma once
// The figures of a placement as plain data (spec 3, "The report").

#include <array>
#include <cstdint>
#include <map>
#include <vector>

#include "engine/placement/run.hpp"

namespace talentmatch {

struct PlacementRate {
  std::uint64_t graduates = 0;
  std::uint64_t placed = 0;

  friend bool operator==(const PlacementRate&, const PlacementRate&) = default;
};

struct PlacementReport {
  PlacementRate all;
  std::array<std::uint64_t, words<PlacementReason>.size()> by_reason{};
  std::map<std::uint32_t, std::uint64_t> by_rank;  // rank of the choice -> graduates placed
  std::map<Level, PlacementRate> by_level;
  std::map<EntryId, PlacementRate> by_class;    // of the major
  std::map<RegionId, PlacementRate> by_region;  // province of the school
  std::map<Slot, PlacementRate> by_school;

  std::uint64_t reserve_need = 0;
  std::uint64_t reserve_filled = 0;
  std::uint64_t reserve_released = 0;
  std::uint64_t seats = 0;
  std::uint64_t free_seats = 0;

  std::uint64_t matching_major = 0;      // placed with affinity >= the threshold: 对口
  std::uint64_t in_school_province = 0;  // placed in the province of their school: retention
  std::uint64_t by_lottery = 0;          // placed with just the E at which the posting closed
  std::int32_t gini_of_rank = 0;         // per mille, over those with a rank: 0 = all fared alike
};

// `threshold`: the affinity from which a posting matches the major (spec 5's τ). O(n log n).
PlacementReport report_of(const PlacementResult& result, std::int32_t threshold = 55);

// A row of the rank-of-choice table: graduates placed at ranks first…last.
struct RankRow {
  std::uint64_t first = 0;
  std::uint64_t last = 0;
  std::uint64_t graduates = 0;

  friend bool operator==(const RankRow&, const RankRow&) = default;
};
// Ranks 1…10 one by one, then 11…20, 21…50, 51…100, 101…200 and so on; no row for nobody.
std::vector<RankRow> rank_rows(const std::map<std::uint32_t, std::uint64_t>& by_rank);

// Graduates whose posting differs, by row of their id in order; both runs may have other fields.
struct Moved {
  std::string graduate;
  std::string before;  // posting, empty = none or not in that run
  std::string after;

  friend bool operator==(const Moved&, const Moved&) = default;
};
std::vector<Moved> difference(const PlacementResult& before, const PlacementResult& after);

}  // namespace talentmatch
