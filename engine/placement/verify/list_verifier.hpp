#pragma once
// Is an outcome on lists stable? Checked from the definition, apart from how it was found.

#include "engine/placement/contest.hpp"
#include "engine/placement/run.hpp"
#include "engine/placement/verify/bars.hpp"

namespace talentmatch::verify {

// Over capacity, broken quotas and blocking pairs. Every choice that a graduate prefers to what they got is
// looked at. O(choices looked at + n log n), all threads.
Verification verify_on_lists(const ListContest& contest, const StandingRules& rules, const Granted& granted);

}  // namespace talentmatch::verify
