// What a result says to persons, employers and the office: explanations, waiting lists, report, differences.

#include <catch2/catch.hpp>

#include "engine/placement/explain.hpp"
#include "engine/placement/report.hpp"
#include "engine/placement/waiting_list.hpp"
#include "tests/engine/placement/random_input.hpp"
#include "tests/support/seeds.hpp"

using namespace talentmatch;
using namespace talentmatch::testing;

namespace {

bool stands_after(const PlacementResult& result, std::uint32_t graduate, const WishVerdict& wish,
                  const Cutoff& cutoff) {
  if (cutoff.open) return false;
  if (cutoff.shut || wish.employer_view != cutoff.employer_view) {
    return cutoff.shut || wish.employer_view < cutoff.employer_view;
  }
  const bool from_afar = !result.local.empty() && result.local[graduate] == 0;
  return from_afar || result.lottery[graduate] > cutoff.lottery;
}

template <class F>
void for_random_results(std::uint64_t seed, std::size_t count, F&& f) {
  for (const auto world_seed : world_seeds(seed, count)) {
    INFO("TALENTMATCH_SEED=" << world_seed);
    WorldFixture fixture(world_seed);
    PlacementInput input = random_input(fixture.market.snapshot(), fixture);
    input.locks.clear();
    const auto result = place_stable(input);
    REQUIRE(result);
    f(fixture, input, *result);
  }
}

}  // namespace

TEST_CASE("every wish above the granted one was closed to the graduate") {
  for_random_results(Catch::rngSeed(), 200, [](auto&, const auto& input, const auto& result) {
    for (std::uint32_t g = 0; g < result.assignments.size(); ++g) {
      const Assignment& got = result.assignments[g];
      if (got.reason == PlacementReason::bound) continue;
      std::uint32_t rank = 0;
      bool granted = false;
      for (const WishVerdict& wish : explain_wishes(result, g, result.field->postings())) {
        if (wish.outcome == WishOutcome::excluded) continue;
        ++rank;
        granted = granted || wish.outcome == WishOutcome::granted;
        if (wish.outcome == WishOutcome::granted) CHECK(rank == got.rank);
        CHECK((wish.outcome == WishOutcome::not_asked) == (granted && rank > got.rank));
        if (wish.outcome != WishOutcome::outranked || !input.priority_groups.empty()) continue;
        const PostingOutcome& posting = result.postings[wish.posting];
        CHECK(stands_after(result, g, wish, wish.member ? posting.reserve : posting.open));
      }
      CHECK(granted == (got.posting != kUnplaced));
    }
  });
}

TEST_CASE("a waiting list holds who prefers the posting, members in time") {
  for_random_results(Catch::rngSeed() + 1, 200, [](auto&, const auto&, const auto& result) {
    for (std::uint32_t p = 0; p < result.postings.size(); ++p) {
      const PostingOutcome& posting = result.postings[p];
      const auto list = waiting_list(result, p, result.assignments.size());
      const auto members_in = [&](std::size_t n) {
        return std::ranges::count_if(list.begin(), list.begin() + static_cast<std::ptrdiff_t>(n),
                                     &WaitingGraduate::member);
      };
      for (std::size_t n = 1; n <= list.size(); ++n) {
        const auto due = (std::int64_t(n) * posting.reserved + posting.seats - 1) / posting.seats;
        CHECK((members_in(n) >= due || members_in(n) == members_in(list.size())));
        const WishVerdict wish = explain_wish(result, list[n - 1].graduate, p);
        CHECK(wish.outcome == WishOutcome::outranked);
        CHECK(wish.employer_view == list[n - 1].employer_view);
      }
      CHECK(waiting_list(result, p, 1) == std::vector(list.begin(), list.begin() + (list.empty() ? 0 : 1)));
    }
  });
}

TEST_CASE("ranks are told one by one to ten, then in rows") {
  CHECK(rank_rows({}).empty());
  const std::vector<RankRow> rows{{1, 1, 5},   {10, 10, 1},  {11, 20, 3},
                                  {21, 50, 4}, {51, 100, 7}, {501, 1000, 8}};
  CHECK(rank_rows({{1, 5}, {10, 1}, {11, 1}, {20, 2}, {21, 1}, {50, 3}, {51, 7}, {501, 8}}) == rows);
  CHECK(rank_rows({{101, 1}, {200, 1}, {201, 1}, {500, 1}, {1001, 2}}) ==
        std::vector<RankRow>{{101, 200, 2}, {201, 500, 2}, {1001, 2000, 2}});
}

TEST_CASE("the figures of a report add up, and two runs differ where they differ") {
  for_random_results(Catch::rngSeed() + 2, 200, [](auto&, PlacementInput input, const auto& result) {
    const PlacementReport report = report_of(result);
    const auto sum = [&](const auto& rates) {
      PlacementRate all;
      for (const auto& [key, rate] : rates) {
        all.graduates += rate.graduates;
        all.placed += rate.placed;
      }
      return all;
    };
    CHECK(report.all.graduates == result.assignments.size());
    CHECK(report.all == sum(report.by_level));
    CHECK(report.all == sum(report.by_class));
    CHECK(report.all == sum(report.by_region));
    CHECK(report.all == sum(report.by_school));
    CHECK(report.seats == report.free_seats + report.all.placed);
    std::uint64_t ranked = 0;
    double pairs = 0;  // Σ |rank - rank'| over ordered pairs
    double total = 0;
    for (const auto& [rank, count] : report.by_rank) {
      ranked += count;
      total += double(rank) * double(count);
      for (const auto& [other, number] : report.by_rank) {
        pairs += std::abs(double(rank) - double(other)) * double(count) * double(number);
      }
    }
    CHECK(ranked == report.all.placed);
    if (ranked > 0) {
      const auto exact = 1000 * pairs / (2 * double(ranked) * total);
      CHECK(report.gini_of_rank == Approx(exact).margin(2));
    }
    ++input.seed;
    const auto other = place_stable(input);
    REQUIRE(other);
    CHECK(difference(result, result).empty());
    std::size_t moved = 0;
    for (std::size_t g = 0; g < result.assignments.size(); ++g) {
      moved += result.assignments[g].posting != other->assignments[g].posting ? 1U : 0U;
    }
    CHECK(difference(result, *other).size() == moved);
  });
}
