// Placements of random worlds: unlimited lists from scores against the same lists given in full, and what
// every result must keep.

#include <catch2/catch.hpp>
#include <tbb/task_arena.h>

#include "tests/engine/placement/random_input.hpp"
#include "tests/support/seeds.hpp"

using namespace talentmatch;
using namespace talentmatch::testing;

namespace {

void check_outcomes(const PlacementInput& input, const PlacementResult& result) {
  const bool hard = input.policy.reserve && input.policy.reserve->hard;
  std::int64_t reserved = 0;
  for (const PostingOutcome& posting : result.postings) {
    CHECK(posting.free() >= 0);
    CHECK(posting.filled_reserved <= posting.reserved);
    CHECK(posting.released <= posting.reserved - posting.filled_reserved);
    if (hard) CHECK(posting.released == 0);
    reserved += posting.reserved;
  }
  std::int64_t need = 0;
  for (const EmployerReserve& employer : result.reserves) need += employer.need;
  CHECK(reserved == need);
}

bool same_places(const Assignment& a, const Assignment& b) {
  const auto none = [](PlacementReason reason) {
    return reason == PlacementReason::list_exhausted ? PlacementReason::all_filled : reason;
  };
  return a.posting == b.posting && a.rank == b.rank && a.employer_view == b.employer_view &&
         a.graduate_view == b.graduate_view && none(a.reason) == none(b.reason);
}

}  // namespace

TEST_CASE("unlimited lists from scores and the same lists in full give the same placement") {
  for (const auto seed : world_seeds(Catch::rngSeed(), 300)) {
    INFO("TALENTMATCH_SEED=" << seed);
    WorldFixture f(seed);
    const PlacementInput input = random_input(f.market.snapshot(), f);
    const auto result = place_stable(input);
    if (!result) {
      // Random ties of bound graduates may leave too little for a hard reserve; nothing else may be refused.
      FAIL(message(result.error(), Language::en));
    }
    CHECK(result->verification.passed());
    check_outcomes(input, *result);
    const auto given = place_stable(with_given_lists(input));
    REQUIRE(given);
    CHECK(given->verification.passed());
    CHECK(std::ranges::equal(given->assignments, result->assignments, same_places));
    CHECK(given->hash == result->hash);
  }
}

TEST_CASE("lists of many like postings, gone through region by region") {
  for (const auto seed : world_seeds(Catch::rngSeed() + 2, 8)) {
    INFO("TALENTMATCH_SEED=" << seed);
    WorldFixture f(seed, WorldSize{.graduates = 400, .postings = 1500});
    const PlacementInput input = random_input(f.market.snapshot(), f);
    const auto given = place_stable(with_given_lists(input));
    REQUIRE(given);
    for (const std::uint32_t wide_tier : {1U, 16U, 1000U}) {
      const auto result = place_stable(input, {.progress = {}, .cancel = nullptr, .wide_tier = wide_tier});
      REQUIRE(result);
      CHECK(result->verification.passed());
      CHECK(std::ranges::equal(given->assignments, result->assignments, same_places));
    }
  }
}

TEST_CASE("the same bytes on any number of threads and for any order of the input") {
  for (const auto seed : world_seeds(Catch::rngSeed() + 1, 20)) {
    INFO("TALENTMATCH_SEED=" << seed);
    WorldFixture f(seed, WorldSize{.graduates = 400, .postings = 200});
    PlacementInput input = random_input(f.market.snapshot(), f);
    if (f.dice.chance(50)) input = with_given_lists(input);
    const auto expected = place_stable(input);
    REQUIRE(expected);
    for (const int threads : {1, 2, 4}) {
      f.dice.shuffle(input.locks);
      f.dice.shuffle(input.bans);
      f.dice.shuffle(input.priority_groups);
      if (input.choices) f.dice.shuffle(*input.choices);
      tbb::task_arena arena(threads);
      const auto result = arena.execute([&] { return place_stable(input); });
      REQUIRE(result);
      CHECK(result->hash == expected->hash);
      CHECK(result->assignments == expected->assignments);
    }
    Market other(f.catalog.catalog, random_tuning(f.dice));
    MarketFeed(other, f.dice).apply(mutations_of(f.world.records));
    input.snapshot = other.snapshot();
    const auto elsewhere = place_stable(input);
    REQUIRE(elsewhere);
    CHECK(elsewhere->hash == expected->hash);
  }
}

TEST_CASE("a cancelled run says so") {
  WorldFixture f(1, WorldSize{});
  const std::atomic<bool> cancel{true};
  const auto result = place_stable(random_input(f.market.snapshot(), f), {.progress = {}, .cancel = &cancel});
  REQUIRE_FALSE(result);
  CHECK(result.error().code == ErrorCode::cancelled);
}
