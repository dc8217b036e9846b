#include "engine/placement/verify/all_bars.hpp"

#include <algorithm>

#include <tbb/parallel_sort.h>

namespace talentmatch::verify {

std::vector<Bars> all_bars(std::vector<Seat>& taken, const ContestTerms& contest, Verification& found) {
  tbb::parallel_sort(taken, [](const Seat& a, const Seat& b) { return a.posting < b.posting; });
  std::vector<Bars> bars(contest.terms.size());
  std::vector<Holder> holders;
  std::size_t at = 0;
  for (std::uint32_t p = 0; p < bars.size(); ++p) {
    holders.clear();
    for (; at < taken.size() && taken[at].posting == p; ++at) holders.push_back(taken[at].holder);
    bars[p] = bars_of(holders, contest.terms[p], contest.hard);
    found.over_capacity += bars[p].over_capacity ? 1U : 0U;
    found.quota_failures += bars[p].quota_broken ? 1U : 0U;
  }
  return bars;
}

}  // namespace talentmatch::verify
