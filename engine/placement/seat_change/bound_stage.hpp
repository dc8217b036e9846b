#pragma once
// What a change of seats changes among those who are placed with their employers before all others.

#include <cstdint>
#include <map>
#include <optional>
#include <vector>

#include "engine/placement/seat_change/settled_run.hpp"

namespace talentmatch {

struct BoundChange {
  struct Placed {
    std::uint32_t graduate = 0;
    std::optional<Choice> choice;  // none: not before the others
  };
  std::vector<Placed> placed;                   // who gets something else than in the run
  std::map<std::uint32_t, std::int32_t> seats;  // by posting: how many more it has for the others
};

// With `by` more seats at the posting, which are enough for the locked. O(1) if no bound graduate may take
// it, else O(lists of bound graduates + postings + graduates), all threads.
BoundChange change_bound(const SettledRun& run, std::uint32_t posting, std::int32_t by);

}  // namespace talentmatch
