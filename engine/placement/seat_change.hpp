#pragma once
// What if one posting had more seats, or fewer (spec 3): who would move, without a whole new run. Exact: the
// same as place_stable() with that seat change gives against the base run.

#include <cstdint>
#include <memory>
#include <vector>

#include "engine/model/error.hpp"
#include "engine/placement/run.hpp"
#include "engine/placement/seat_change/settled_run.hpp"
#include "engine/ranking/ranker.hpp"

namespace talentmatch {

struct SeatMove {
  std::uint32_t graduate = 0;  // row of the field
  Assignment before;
  Assignment after;  // without rank

  friend bool operator==(const SeatMove&, const SeatMove&) = default;
};

// Those whose posting or reason is another, by graduate, when `posting` (row of the field) has `by` seats
// more. Error: infeasible where fewer than none were left, or than the locked ones hold.
//
// Fewer seats: deferred acceptance goes on (moving_down.hpp). More: chains of vacancies and rotations
// (moving_up.hpp). Where bound graduates could take the posting, their stage is computed anew first.
// Reads the run only, so any number of threads may ask, each with its own ranker. Costs a search a graduate
// that moves down, microseconds a posting where one who moves up had waited; with bound graduates also
// O(their lists + postings).
Result<std::vector<SeatMove>> change_seats(const SettledRun& run, std::uint32_t posting, std::int32_t by,
                                           Ranker& ranker);

}  // namespace talentmatch
