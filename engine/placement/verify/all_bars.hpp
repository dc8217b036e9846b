#pragma once
// The bars of every posting, from the list of who has a seat where.

#include <span>
#include <vector>

#include "engine/placement/contest.hpp"
#include "engine/placement/run.hpp"
#include "engine/placement/verify/bars.hpp"

namespace talentmatch::verify {

struct Seat {
  std::uint32_t posting = 0;
  Holder holder;
};

// By posting. What is over capacity or breaks a quota is counted in `found`. O(n), all threads.
std::vector<Bars> all_bars(std::span<const Seat> taken, const ContestTerms& contest, Verification& found);

}  // namespace talentmatch::verify
