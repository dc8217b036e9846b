#pragma once
// The greatest total of scores in a small market by LEMON's network simplex: shares nothing with the product,
// not even its types, since LEMON's headers want an older language level.

#include <cstdint>
#include <vector>

namespace talentmatch::testing {

struct ScoredPair {
  int graduate = 0;
  int posting = 0;
  int score = 0;
};

// At most one posting a graduate, at most seats[p] graduates a posting. Pairs are distinct, scores >= 0.
std::int64_t best_total(int graduates, const std::vector<int>& seats, const std::vector<ScoredPair>& pairs);

}  // namespace talentmatch::testing
