// What a `max_score` run promises beside its total.

#include "engine/placement/max_score/max_score.hpp"

#include <catch2/catch.hpp>
#include <tbb/global_control.h>

#include "tests/engine/placement/scored_market.hpp"

using namespace talentmatch;
using namespace talentmatch::testing;

namespace {

constexpr Choice mutual(std::uint32_t posting, std::uint16_t score) {
  return {.posting = posting, .graduate_view = score, .employer_view = score};
}

MaxScorePlacement optimum(const ScoredMarket& market) {
  return maximize_score(market.lists, market.seats, {.accepted_gap = 0}).value();
}

}  // namespace

TEST_CASE("The second best for one can be the best for all", "[placement]") {
  ScoredMarket market{.lists = {}, .seats = {1, 1}};
  market.lists.append(std::vector{mutual(0, 900), mutual(1, 800)});
  market.lists.append(std::vector{mutual(0, 850), mutual(1, 100)});
  const auto result = optimum(market);
  CHECK(result.postings == std::vector<std::uint32_t>{1, 0});
  CHECK(result.total == 1650);
  CHECK(result.bound == 1650);
  CHECK(result.gap() == 0);
}

TEST_CASE("Nobody is placed for nothing, on a posting without seats or off the list", "[placement]") {
  ScoredMarket market{.lists = {}, .seats = {0, 1}};
  market.lists.append(std::vector{mutual(0, 900)});
  market.lists.append(std::vector{mutual(1, 0)});
  market.lists.append({});
  const auto result = optimum(market);
  CHECK(result.postings == std::vector<std::uint32_t>{kUnplaced, kUnplaced, kUnplaced});
  CHECK(result.bound == 0);
}

TEST_CASE("A market without graduates or postings has an answer", "[placement]") {
  CHECK(optimum({}).total == 0);
  CHECK(optimum({.lists = {}, .seats = {3}}).postings.empty());
}

TEST_CASE("A gap is rounded up, so that nothing is claimed that is not proved", "[placement]") {
  CHECK(MaxScorePlacement{.total = 999'000, .bound = 1'000'000}.gap() == 1000);
  CHECK(MaxScorePlacement{.total = 998'999, .bound = 1'000'000}.gap() == 1001);
  CHECK(MaxScorePlacement{.total = 2'999'999, .bound = 3'000'000}.gap() == 1);
  CHECK(MaxScorePlacement{.total = 0, .bound = 1}.gap() == 1'000'000);
}

TEST_CASE("The number of threads changes nothing", "[placement]") {
  Dice dice(Catch::rngSeed());
  const auto market =
      random_market(dice, {.graduates = 2000, .postings = 1500, .longest_list = 30, .most_seats = 2});
  const auto solve = [&](std::size_t threads) {
    const tbb::global_control control(tbb::global_control::max_allowed_parallelism, threads);
    return maximize_score(market.lists, market.seats, {}).value();
  };
  const auto one = solve(1);
  for (const std::size_t threads : {2U, 4U}) {
    const auto other = solve(threads);
    CHECK(other.postings == one.postings);
    CHECK(other.prices == one.prices);
    CHECK(other.bound == one.bound);
  }
}

TEST_CASE("An auction says how far it is and can be cancelled", "[placement]") {
  Dice dice(Catch::rngSeed());
  const auto market =
      random_market(dice, {.graduates = 500, .postings = 300, .longest_list = 30, .most_seats = 2});
  std::atomic<bool> cancel{false};
  int told = 0;
  const PlacementControl control{.progress =
                                     [&](int share) {
                                       CHECK(share > told);
                                       CHECK(share <= 1000);
                                       told = share;
                                       cancel = share > 300;
                                     },
                                 .cancel = &cancel};
  const auto result = maximize_score(market.lists, market.seats, {.accepted_gap = 0}, control);
  REQUIRE_FALSE(result);
  CHECK(result.error().code == ErrorCode::cancelled);
  CHECK(told > 300);
}
