#pragma once
// How many seats of which postings an employer's reserve takes (spec 3, "Reserve by share"): its need, spread
// over the postings that some member may take, in proportion to their seats, by largest remainder.

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "engine/placement/field.hpp"
#include "engine/placement/policy.hpp"
#include "engine/placement/run.hpp"

namespace talentmatch {

struct ReserveShare {
  std::string_view id;  // breaks ties of remainders
  std::int32_t seats = 0;
};

// need <= Σ seats. ⌊need·seats/Σ⌋ each, the rest by largest remainder, then id. O(n log n).
std::vector<std::int32_t> apportion(std::int64_t need, std::span<const ReserveShare> shares);

struct Reserves {
  std::vector<std::int32_t> seats;         // by posting of the field
  std::vector<EmployerReserve> employers;  // by id
};

// `members`: by graduate of the field. All threads.
Reserves reserve_seats(const Field& field, const ReserveByShare& policy,
                       std::span<const std::uint8_t> members, Date as_of);

bool belongs_to(const Snapshot& snapshot, const GraduateFacts& graduate, const GraduateGroup& group);
// The same by graduate of the field.
std::vector<std::uint8_t> members_of(const Field& field, const GraduateGroup& group);

}  // namespace talentmatch
