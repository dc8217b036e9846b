// The place of a posting is where the reference's whole list has it.

#include "engine/ranking/place.hpp"

#include <catch2/catch.hpp>

#include "engine/ranking/counterfactual.hpp"
#include "tests/engine/questions.hpp"

using namespace talentmatch;
using namespace talentmatch::testing;

TEST_CASE("A posting's place is counted as it is ranked", "[oracle]") {
  for_each_world(7, [](WorldFixture& f) {
    Questions questions(f);
    auto all = for_all_pairs(questions.recommendation);
    all.k = 100'000;
    const auto snapshot = f.market.snapshot();
    const auto* graduate = reference::find(f.world.records.graduates, questions.graduate);
    const auto facts = snapshot->graduate(snapshot->find_graduate(questions.graduate).value());
    const auto expected = reference::recommend(f.world.records, *graduate, all).results;
    for (std::size_t i = 0; i < expected.size(); ++i) {
      INFO(expected[i].id << " for " << questions.graduate);
      const auto ref = snapshot->find_posting(expected[i].id).value();
      REQUIRE(place_of(*snapshot, facts, ref, questions.recommendation) == i + 1);
    }
  });
}
