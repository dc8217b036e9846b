#include "engine/placement/verify/list_verifier.hpp"

#include <tbb/blocked_range.h>
#include <tbb/parallel_for.h>
#include <tbb/parallel_reduce.h>

#include "engine/placement/verify/all_bars.hpp"

namespace talentmatch::verify {
namespace {

Standing standing(const ListContest& contest, const StandingRules& rules, std::uint32_t graduate,
                  std::uint64_t choice) {
  const Choice& c = contest.lists.choices[choice];
  if (contest.places.empty() || contest.places[choice] == kByScore) {
    return rules.by_score(graduate, c.posting, c.employer_view);
  }
  return rules.by_place(graduate, c.posting, static_cast<std::int32_t>(contest.places[choice]));
}

// By posting, so that those of all fit a core's cache.
std::vector<std::uint64_t> keys_of(std::span<const Bars> bars, bool member) {
  std::vector<std::uint64_t> keys(bars.size());
  tbb::parallel_for(std::size_t{0}, bars.size(), [&](std::size_t p) { keys[p] = bars[p].of(member).key(); });
  return keys;
}

}  // namespace

Verification verify_on_lists(const ListContest& contest, const StandingRules& rules, const Granted& granted) {
  std::vector<Seat> taken;
  for (std::uint32_t g = 0; g < granted.size(); ++g) {
    if (granted[g] == kNoChoice) continue;
    taken.push_back({contest.lists.choices[granted[g]].posting,
                     {standing(contest, rules, g, granted[g]), contest.is_member(g)}});
  }
  Verification found;
  const auto bars = all_bars(taken, contest, found);
  const auto others = keys_of(bars, false);
  const auto members = contest.members.empty() ? std::vector<std::uint64_t>{} : keys_of(bars, true);
  using Range = tbb::blocked_range<std::uint32_t>;
  const auto look = [&](const Range& range, Verification sum) {
    for (auto g = range.begin(); g != range.end(); ++g) {
      if (contest.has_left(g)) continue;
      const bool member = contest.is_member(g);
      const std::span<const std::uint64_t> keys = member ? members : others;
      const auto end = std::min(granted[g], contest.lists.first[g + 1]);
      for (auto choice = contest.lists.first[g]; choice < end; ++choice) {
        ++sum.pairs_checked;
        const auto posting = contest.lists.choices[choice].posting;
        const Standing own = standing(contest, rules, g, choice);
        if (own.key() > keys[posting]) continue;
        sum.blocking_pairs += bars[posting].of(member).admits(own) ? 1U : 0U;
      }
    }
    return sum;
  };
  return tbb::parallel_reduce(Range(0, static_cast<std::uint32_t>(granted.size())), Verification{}, look,
                              std::plus<>{}) +
         found;
}

}  // namespace talentmatch::verify
