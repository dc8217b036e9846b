// The greatest total against two other ways to find it: LEMON's network simplex, and trying everything.

#include <catch2/catch.hpp>

#include "engine/placement/max_score/max_score.hpp"
#include "engine/placement/max_score/verification.hpp"
#include "engine/ranking/evaluation.hpp"
#include "tests/engine/placement/max_score/best_total.hpp"
#include "tests/engine/placement/scored_market.hpp"

using namespace talentmatch;
using namespace talentmatch::testing;

namespace {

int score_of(const Choice& choice) {
  return mutual_score(choice.employer_view, choice.graduate_view);
}

std::int64_t by_simplex(const ScoredMarket& market) {
  std::vector<ScoredPair> pairs;
  for (std::uint32_t graduate = 0; graduate < market.lists.graduates(); ++graduate) {
    for (const Choice& choice : market.lists.of(graduate)) {
      pairs.push_back({static_cast<int>(graduate), static_cast<int>(choice.posting), score_of(choice)});
    }
  }
  return best_total(static_cast<int>(market.lists.graduates()), market.seats, pairs);
}

std::int64_t by_trying(const ScoredMarket& market, std::uint32_t graduate, std::vector<std::int32_t>& seats) {
  if (graduate == market.lists.graduates()) return 0;
  std::int64_t best = by_trying(market, graduate + 1, seats);
  for (const Choice& choice : market.lists.of(graduate)) {
    if (seats[choice.posting] == 0) continue;
    --seats[choice.posting];
    best = std::max(best, score_of(choice) + by_trying(market, graduate + 1, seats));
    ++seats[choice.posting];
  }
  return best;
}

MaxScorePlacement solve(const ScoredMarket& market, std::int64_t accepted_gap) {
  const auto result = maximize_score(market.lists, market.seats, {.accepted_gap = accepted_gap});
  REQUIRE(result);
  REQUIRE(verify_max_score(market.lists, market.seats, *result).confirms(*result));
  REQUIRE(result->gap() <= accepted_gap);
  return *result;
}

void compare_with_simplex(const MarketSize& size, int rounds) {
  Dice dice(Catch::rngSeed());
  for (int round = 0; round < rounds; ++round) {
    const auto market = random_market(dice, size);
    const auto best = by_simplex(market);
    CHECK(solve(market, 0).total == best);
    const auto near = solve(market, 1000);
    CHECK(near.total <= best);
    CHECK(near.bound >= best);
  }
}

}  // namespace

TEST_CASE("The exact total of tiny markets is that of trying everything", "[placement]") {
  Dice dice(Catch::rngSeed());
  for (int round = 0; round < 3000; ++round) {
    const MarketSize size{.graduates = dice.between(0, 6),
                          .postings = dice.between(1, 5),
                          .longest_list = 4,
                          .most_seats = dice.between(1, 3),
                          .most_points = dice.chance(50) ? 3 : 1000};
    const auto market = random_market(dice, size);
    auto seats = market.seats;
    CHECK(solve(market, 0).total == by_trying(market, 0, seats));
  }
}

TEST_CASE("The exact total of small markets is that of the network simplex", "[placement]") {
  compare_with_simplex({.graduates = 60, .postings = 50, .longest_list = 12, .most_seats = 2}, 60);
  compare_with_simplex(
      {.graduates = 60, .postings = 20, .longest_list = 8, .most_seats = 5, .most_points = 8}, 60);
}

TEST_CASE("The exact total of larger markets is that of the network simplex", "[placement]") {
  compare_with_simplex({.graduates = 3000, .postings = 2500, .longest_list = 50, .most_seats = 2}, 2);
  compare_with_simplex(
      {.graduates = 3000, .postings = 600, .longest_list = 50, .most_seats = 9, .most_points = 100}, 2);
}
