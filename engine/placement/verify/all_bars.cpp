#include "engine/placement/verify/all_bars.hpp"

#include <functional>
#include <numeric>

#include <tbb/blocked_range.h>
#include <tbb/parallel_reduce.h>

namespace talentmatch::verify {

std::vector<Bars> all_bars(std::span<const Seat> taken, const ContestTerms& contest, Verification& found) {
  std::vector<std::uint32_t> first(contest.terms.size() + 1);
  for (const Seat& seat : taken) ++first[seat.posting + 1];
  std::partial_sum(first.begin(), first.end(), first.begin());
  std::vector<Holder> holders(taken.size());
  auto next = first;
  for (const Seat& seat : taken) holders[next[seat.posting]++] = seat.holder;
  std::vector<Bars> bars(contest.terms.size());
  using Range = tbb::blocked_range<std::size_t>;
  const auto of_postings = [&](const Range& range, Verification sum) {
    for (auto p = range.begin(); p != range.end(); ++p) {
      const auto own = std::span{holders}.subspan(first[p], first[p + 1] - first[p]);
      bars[p] = bars_of(own, contest.terms[p], contest.hard);
      sum.over_capacity += bars[p].over_capacity ? 1U : 0U;
      sum.quota_failures += bars[p].quota_broken ? 1U : 0U;
    }
    return sum;
  };
  found = found + tbb::parallel_reduce(Range(0, bars.size()), Verification{}, of_postings, std::plus<>{});
  return bars;
}

}  // namespace talentmatch::verify
