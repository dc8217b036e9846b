// Every ranking path against the reference over thousands of seeded random worlds, before and after updates.

#include <catch2/catch.hpp>

#include "engine/market/encode.hpp"
#include "tests/engine/world_fixture.hpp"
#include "tests/support/answer_page.hpp"
#include "tests/support/random_options.hpp"
#include "tests/support/seeds.hpp"

using namespace talentmatch;
using namespace talentmatch::testing;

namespace {

void add_random_cursor(RankOptions& options, const reference::Page& first, Dice& dice) {
  if (dice.chance(30)) options.after = random_cursor(first, dice);
}

void check_recommendations(WorldFixture& f, const Snapshot& snapshot, const Graduate& graduate,
                           const GraduateFacts& facts) {
  auto options = random_recommendation(f.world, f.dice);
  add_random_cursor(options, reference::recommend(f.world.records, graduate, options), f.dice);
  const auto expected = reference::recommend(f.world.records, graduate, options);
  for_each_path(f.paths, [&](auto& path) {
    INFO(path.name << " recommendations for " << graduate.id << ", k " << options.k);
    const auto answer = recommendation_page(snapshot, path(snapshot, facts, options), options.perspective);
    REQUIRE(answer == expected);
  });
}

void check_candidates(WorldFixture& f, const Snapshot& snapshot, const Posting& posting,
                      const PostingFacts& facts) {
  auto options = random_candidates(f.world, f.dice);
  add_random_cursor(options, reference::candidates(f.world.records, posting, options), f.dice);
  const auto expected = reference::candidates(f.world.records, posting, options);
  for_each_path(f.paths, [&](auto& path) {
    INFO(path.name << " candidates for " << posting.id << ", k " << options.k);
    const auto answer = candidate_page(snapshot, path(snapshot, facts, options), options.perspective);
    REQUIRE(answer == expected);
  });
}

void check_stored(WorldFixture& f, const Snapshot& snapshot) {
  const auto& records = f.world.records;
  for (int i = 0; i < 3 && !records.graduates.empty(); ++i) {
    const Graduate& graduate = f.dice.pick(records.graduates);
    const auto ref = snapshot.find_graduate(graduate.id);
    REQUIRE(ref);
    check_recommendations(f, snapshot, graduate, snapshot.graduate(*ref));
  }
  for (int i = 0; i < 3 && !records.postings.empty(); ++i) {
    const Posting& posting = f.dice.pick(records.postings);
    const auto ref = snapshot.find_posting(posting.id);
    REQUIRE(ref);
    check_candidates(f, snapshot, posting, snapshot.posting(*ref));
  }
}

// Profiles given with a request: no id, and a graduate perhaps without a school.
void check_given(WorldFixture& f, const Snapshot& snapshot) {
  const Ids ids = ids_of(f.world.records);
  auto graduate = random_graduate(f.world.palette, ids, f.dice, "");
  if (f.dice.chance(50)) graduate.school.clear();
  const EncodedGraduate encoded_graduate(graduate, snapshot.employers(), snapshot.schools());
  check_recommendations(f, snapshot, graduate, encoded_graduate.facts());
  const auto posting = random_posting(f.world.palette, ids, f.dice, "");
  const EncodedPosting encoded_posting(posting, snapshot.employers(), snapshot.schools());
  check_candidates(f, snapshot, posting, encoded_posting.facts());
}

// No pay stated is worth more than an offer far below what is expected: a bound must know both.
void make_offers_low(RandomWorld& world, Dice& dice) {
  for (Posting& posting : world.records.postings) {
    posting.pay_min = posting.pay_max = {};
    if (dice.chance(40)) posting.pay_min = 2000;
  }
  for (Graduate& graduate : world.records.graduates) graduate.expected_pay = 9000;
}

void check_counts(const reference::World& world, const MarketCounts& counts) {
  CHECK(counts.schools == world.schools.size());
  CHECK(counts.employers == world.employers.size());
  CHECK(counts.ties == world.ties.size());
  CHECK(counts.graduates == world.graduates.size());
  CHECK(counts.postings == world.postings.size());
  CHECK(counts.placements == world.placements.size());
}

}  // namespace

TEST_CASE("Every ranking path gives the reference's answers", "[oracle]") {
  for (const auto seed : world_seeds(Catch::rngSeed(), 10000)) {
    INFO("TALENTMATCH_SEED=" << seed);
    WorldFixture f(seed);
    for (int round = 0; round < 2; ++round) {
      INFO("round " << round);
      const auto snapshot = f.market.snapshot();
      check_counts(f.world.records, snapshot->counts());
      check_stored(f, *snapshot);
      check_given(f, *snapshot);
      f.feed.apply(random_updates(f.world, f.dice, f.dice.between(0, 25)));
    }
  }
}

TEST_CASE("Every ranking path gives the reference's answers in a large world", "[oracle]") {
  const WorldSize large{
      .schools = 5, .employers = 20, .ties = 30, .graduates = 6000, .postings = 6000, .placements = 20};
  for (const auto seed : world_seeds(Catch::rngSeed() + 2, 5)) {
    INFO("TALENTMATCH_SEED=" << seed);
    WorldFixture f(seed, large);
    const auto snapshot = f.market.snapshot();
    for (int i = 0; i < 4; ++i) check_stored(f, *snapshot);
  }
}

TEST_CASE("Postings without offers are found among those with low ones", "[oracle]") {
  for (const auto seed : world_seeds(Catch::rngSeed() + 3, 500)) {
    INFO("TALENTMATCH_SEED=" << seed);
    WorldFixture f(seed, {}, make_offers_low);
    const auto snapshot = f.market.snapshot();
    for (const Graduate& graduate : f.world.records.graduates) {
      RankOptions options;
      options.k = f.dice.pick<std::size_t>({1, 2, 5});
      options.as_of = f.world.palette.as_of;
      options.perspective = Perspective::graduate;
      options.weights.graduate = {0, 0, 1000, 0};
      const auto expected = reference::recommend(f.world.records, graduate, options);
      const auto facts = snapshot->graduate(snapshot->find_graduate(graduate.id).value());
      IndexedPath path;
      INFO("recommendations for " << graduate.id << ", k " << options.k);
      REQUIRE(recommendation_page(*snapshot, path(*snapshot, facts, options), options.perspective) ==
              expected);
    }
  }
}

TEST_CASE("Gates and component values of a pair are the reference's", "[oracle]") {
  for (const auto seed : world_seeds(Catch::rngSeed() + 1, 1000)) {
    INFO("TALENTMATCH_SEED=" << seed);
    WorldFixture f(seed);
    const auto& records = f.world.records;
    const auto snapshot = f.market.snapshot();
    for (int i = 0; i < 50; ++i) {
      const Graduate& graduate = f.dice.pick(records.graduates);
      const Posting& posting = f.dice.pick(records.postings);
      const Date as_of = f.dice.pick(f.world.palette.dates);
      INFO(graduate.id << " and " << posting.id);
      const auto g = snapshot->graduate(*snapshot->find_graduate(graduate.id));
      const auto p = snapshot->posting(*snapshot->find_posting(posting.id));
      const auto context = pair_context(*snapshot, g, p, as_of);
      const auto [employer, own] = component_values(g, p, context);
      const auto v = reference::values(records, graduate, posting, as_of);
      CHECK(gate_list(failed_gates(g, p, context)) ==
            reference::failed_gates(records, graduate, posting, as_of));
      CHECK(employer == std::array{v.affinity, v.certificates, v.level, v.tie});
      CHECK(own == std::array{v.region, v.affinity, v.pay, v.tie});
    }
  }
}
