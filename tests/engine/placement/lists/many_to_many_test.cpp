// Many-to-many stability on instances so small that every outcome can be tried.

#include "engine/placement/lists/many_to_many.hpp"

#include <catch2/catch.hpp>

#include "tests/engine/placement/scored_market.hpp"

using namespace talentmatch;
using namespace talentmatch::testing;

namespace {

// A market with its lottery, as a contest.
struct Case {
  ScoredMarket market;
  std::size_t per_graduate = 1;
  Claims claims;
  std::vector<SeatTerms> terms;

  Case(ScoredMarket given, std::size_t most, std::vector<std::uint32_t> order)
      : market(std::move(given)), per_graduate(most), claims(order) {
    for (const auto seats : market.seats) terms.push_back({.seats = seats});
  }
  ListContest contest() const {
    return {{.claims = claims, .terms = terms, .members = {}}, market.lists, {}};
  }
  GrantedLists solve() const { return accept_many(contest(), per_graduate).value(); }
  ListsVerification verification(const GrantedLists& granted) const {
    return verify_lists(contest(), per_graduate, granted);
  }
};

Case random_case(Dice& dice, const MarketSize& size) {
  auto market = random_market(dice, size);
  std::vector<std::uint32_t> order(market.lists.graduates());
  std::iota(order.begin(), order.end(), 0U);
  dice.shuffle(order);
  return {std::move(market), static_cast<std::size_t>(dice.between(0, 3)), std::move(order)};
}

// The choices whose bits are set.
GrantedLists chosen(const ChoiceLists& lists, std::uint32_t bits) {
  GrantedLists granted;
  for (std::uint32_t graduate = 0; graduate < lists.graduates(); ++graduate) {
    for (auto choice = lists.first[graduate]; choice < lists.first[graduate + 1]; ++choice) {
      if ((bits >> choice & 1U) != 0) granted.choices.push_back(choice);
    }
    granted.first.push_back(granted.choices.size());
  }
  return granted;
}

// Would every graduate, given both lists, pick `ours` and nothing of the other?
bool all_prefer(const Case& test, const GrantedLists& ours, const GrantedLists& other) {
  for (std::uint32_t graduate = 0; graduate < ours.graduates(); ++graduate) {
    std::vector<std::uint64_t> both(ours.of(graduate).begin(), ours.of(graduate).end());
    both.insert(both.end(), other.of(graduate).begin(), other.of(graduate).end());
    std::ranges::sort(both);
    both.erase(std::ranges::unique(both).begin(), both.end());
    both.resize(std::min(both.size(), test.per_graduate));
    if (!std::ranges::equal(both, ours.of(graduate))) return false;
  }
  return true;
}

}  // namespace

TEST_CASE("Of all stable outcomes the graduates get the one that each prefers", "[placement]") {
  Dice dice(Catch::rngSeed());
  std::size_t alternatives = 0;
  for (int round = 0; round < 1500 || (alternatives == 0 && round < 50'000); ++round) {
    const auto test = random_case(dice, {.graduates = dice.between(0, 4),
                                         .postings = 3,
                                         .longest_list = 3,
                                         .most_seats = 2,
                                         .most_points = dice.chance(50) ? 2 : 1000});
    const auto ours = test.solve();
    REQUIRE(test.verification(ours).passed());
    for (std::uint32_t bits = 0; bits < 1U << test.market.lists.choices.size(); ++bits) {
      const auto other = chosen(test.market.lists, bits);
      if (!test.verification(other).passed()) continue;
      REQUIRE(all_prefer(test, ours, other));
      alternatives += other.choices == ours.choices ? 0U : 1U;
    }
  }
  CHECK(alternatives > 0);  // else the test would say little
}

TEST_CASE("Larger lists are stable too, and broken ones are found", "[placement]") {
  Dice dice(Catch::rngSeed());
  for (int round = 0; round < 20; ++round) {
    auto test = random_case(
        dice, {.graduates = 300, .postings = 100, .longest_list = 20, .most_seats = 6, .most_points = 50});
    test.per_graduate = 3;
    const auto granted = test.solve();
    REQUIRE(test.verification(granted).passed());
    auto broken = granted;
    broken.choices.pop_back();
    for (auto& end : broken.first) end = std::min<std::uint64_t>(end, broken.choices.size());
    CHECK(test.verification(broken).blocking_pairs > 0);
  }
}

TEST_CASE("Too many places, too many postings and one twice are found", "[placement]") {
  ScoredMarket market{.lists = {}, .seats = {1, 1}};
  market.lists.append(std::vector{Choice{0, 900, 500}, Choice{1, 800, 500}});
  market.lists.append(std::vector{Choice{0, 900, 600}});
  const Case test(std::move(market), 1, {0, 1});
  CHECK(test.solve().choices == std::vector<std::uint64_t>{1, 2});
  CHECK(test.verification({.first = {0, 1, 2}, .choices = {0, 2}}).over_capacity == 1);
  CHECK(test.verification({.first = {0, 2, 2}, .choices = {0, 1}}).over_length == 1);
  CHECK(test.verification({.first = {0, 2, 2}, .choices = {1, 1}}).over_length == 1);
  CHECK(test.verification({.first = {0, 0, 1}, .choices = {1}}).over_length == 1);
}

TEST_CASE("Lists can be cancelled", "[placement]") {
  Dice dice(Catch::rngSeed());
  const auto test = random_case(dice, {.graduates = 3, .postings = 3, .longest_list = 3});
  const std::atomic<bool> cancel{true};
  CHECK_FALSE(accept_many(test.contest(), 1, {.progress = {}, .cancel = &cancel}).has_value());
}
