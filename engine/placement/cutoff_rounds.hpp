#pragma once
// The same outcome by another way, as an audit of the first: every graduate goes to the best posting whose
// cutoff still takes them, every posting sorts who came and tightens its cutoffs, until nothing moves. One
// thread, no locks, no heaps. O(rounds · (graduates + claims log claims)).

#include "engine/placement/contest.hpp"

namespace talentmatch {

Granted accept_by_rounds(const ListContest& contest);

}  // namespace talentmatch
