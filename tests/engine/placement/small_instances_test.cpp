// Random small instances against all stable outcomes, and the laws of spec 3's algorithm.

#include <catch2/catch.hpp>

#include "engine/placement/cutoff_rounds.hpp"
#include "engine/placement/list_acceptance.hpp"
#include "engine/placement/verify/list_verifier.hpp"
#include "tests/engine/placement/stable_outcomes.hpp"
#include "tests/support/dice.hpp"
#include "tests/support/seeds.hpp"

using namespace talentmatch;
using namespace talentmatch::testing;

namespace {

std::vector<int> numbers(int count) {
  std::vector<int> list(static_cast<std::size_t>(count));
  std::iota(list.begin(), list.end(), 0);
  return list;
}

Instance random_instance(Dice& dice, int graduates, int postings) {
  Instance instance;
  for (int g = 0; g < graduates; ++g) {
    instance.wishes.push_back(dice.some(numbers(postings), static_cast<std::size_t>(postings)));
    instance.members.push_back(dice.chance(40) ? 1 : 0);
  }
  for (int p = 0; p < postings; ++p) {
    auto all = numbers(graduates);
    dice.shuffle(all);
    if (dice.chance(30)) all.resize(dice.below(all.size() + 1));
    instance.priorities.push_back(all);
    const int seats = dice.between(0, 3);
    instance.terms.push_back({.seats = seats, .reserved = dice.chance(60) ? dice.between(0, seats) : 0});
  }
  instance.hard = dice.chance(30);
  return instance;
}

Matching placed(const Instance& instance) {
  const InstanceContest c(instance);
  return c.matching(accept_on_lists(c.contest())->granted);
}

// Does no graduate but `except` get less in `b` than in `a`?
bool nobody_loses(const Instance& instance, const Matching& a, const Matching& b, std::size_t except) {
  for (std::size_t g = 0; g < a.size(); ++g) {
    if (g != except && rank_of(instance, g, b[g]) > rank_of(instance, g, a[g])) return false;
  }
  return true;
}

}  // namespace

TEST_CASE("the outcome is stable and no stable one is better for any graduate") {
  for (const auto seed : world_seeds(Catch::rngSeed(), 3000)) {
    INFO("TALENTMATCH_SEED=" << seed);
    Dice dice(seed);
    const Instance instance = random_instance(dice, dice.between(1, 5), dice.between(1, 4));
    const Matching best = placed(instance);
    const auto all = stable_outcomes(instance);
    CHECK(std::ranges::count(all, best) == 1);
    for (const Matching& other : all) CHECK(nobody_loses(instance, other, best, best.size()));
  }
}

TEST_CASE("rounds of cutoffs find the same, the verifier accepts it and nothing else that is not stable") {
  for (const auto seed : world_seeds(Catch::rngSeed() + 1, 3000)) {
    INFO("TALENTMATCH_SEED=" << seed);
    Dice dice(seed);
    const Instance instance = random_instance(dice, dice.between(1, 9), dice.between(1, 6));
    const InstanceContest c(instance);
    const ListContest contest = c.contest();
    const auto accepted = accept_on_lists(contest);
    Granted granted = accepted->granted;
    CHECK(accept_by_rounds(contest) == granted);
    CHECK(verify::verify_on_lists(contest, c.rules(), granted).passed());
    for (int change = 0; change < 5; ++change) {
      const auto g = static_cast<std::uint32_t>(dice.below(granted.size()));
      const auto list = contest.lists.of(g);
      granted[g] =
          list.empty() || dice.chance(30) ? kNoChoice : contest.lists.first[g] + dice.below(list.size());
      CHECK(verify::verify_on_lists(contest, c.rules(), granted).passed() ==
            is_stable(instance, c.matching(granted)));
    }
  }
}

TEST_CASE("one more graduate never helps the others, one more seat never hurts a graduate") {
  for (const auto seed : world_seeds(Catch::rngSeed() + 2, 3000)) {
    INFO("TALENTMATCH_SEED=" << seed);
    Dice dice(seed);
    const Instance instance = random_instance(dice, dice.between(1, 9), dice.between(1, 6));
    const Matching before = placed(instance);
    Instance fewer = instance;
    const auto gone = dice.below(before.size());
    fewer.wishes[gone].clear();
    CHECK(nobody_loses(instance, before, placed(fewer), gone));
    Instance more = instance;
    ++more.terms[dice.below(more.terms.size())].seats;
    CHECK(nobody_loses(instance, before, placed(more), before.size()));
  }
}
