#pragma once
// Is an outcome on unlimited lists from scores stable? Every pair is judged by gates and scores as spec 1 and
// 2 define them (ranking/evaluation.hpp), except where a bound proves that it cannot block: postings that ask
// the same lie together, the one that is easiest to enter first, so that who cannot pass its bar, or could
// not like any of them better, is done with all.

#include "engine/placement/contest.hpp"
#include "engine/placement/pair_set.hpp"
#include "engine/placement/run.hpp"
#include "engine/placement/verify/bars.hpp"

namespace talentmatch::verify {

struct ScoreOutcome {
  const Field& field;
  const ContestTerms& contest;
  const StandingRules& rules;
  const PairSet& bans;
  const Weights& weights;
  Date as_of;
  std::span<const Choice> granted;  // by graduate, posting = kUnplaced if none
};

// Exact over all pairs. All threads.
Verification verify_by_scores(const ScoreOutcome& outcome);

}  // namespace talentmatch::verify
