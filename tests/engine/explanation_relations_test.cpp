// On random worlds: points add up, sentences are whole, and the relation that a sentence is made from is the
// one that the value comes from.

#include <catch2/catch.hpp>

#include "engine/ranking/explanation.hpp"
#include "engine/ranking/texts/major_relation.hpp"
#include "engine/ranking/texts/region_relation.hpp"
#include "tests/engine/world_fixture.hpp"
#include "tests/support/answer_page.hpp"
#include "tests/support/random_options.hpp"
#include "tests/support/seeds.hpp"

using namespace talentmatch;
using namespace talentmatch::testing;

namespace {

void check_whole(const std::string& text) {
  CAPTURE(text);
  CHECK(text.size() > 10);
  CHECK(text.find_first_of("{}?") == std::string::npos);
  CHECK((text.ends_with('.') || text.ends_with("。")));
}

struct RandomPair {
  GraduateFacts graduate;
  PostingFacts posting;
  Date as_of;
};

template <class F>
void for_random_pairs(std::uint64_t salt, F f) {
  for (const auto seed : world_seeds(Catch::rngSeed() + salt, 300)) {
    INFO("TALENTMATCH_SEED=" << seed);
    WorldFixture w(seed);
    const auto snapshot = w.market.snapshot();
    for (int i = 0; i < 20; ++i) {
      const auto graduate = snapshot->find_graduate(w.dice.pick(w.world.records.graduates).id).value();
      const auto posting = snapshot->find_posting(w.dice.pick(w.world.records.postings).id).value();
      f(w, *snapshot,
        RandomPair{snapshot->graduate(graduate), snapshot->posting(posting),
                   w.dice.pick(w.world.palette.dates)});
    }
  }
}

bool gives(texts::Relation relation, int value) {
  using enum texts::Relation;
  static constexpr std::array values{50, 100, 95, 85, 90, 70, 55, 45, 20};  // in the order of the relations
  if (relation == none) return value == 0;
  if (relation == occupations) return value > 25 && value <= 90;
  return value == values[static_cast<std::size_t>(relation)];
}

bool gives(const texts::RegionRelation& relation, int value) {
  using enum texts::Nearness;
  if (relation.nearness == inside) {
    return value == std::max(70, 100 - 10 * static_cast<int>(relation.wish.value()));
  }
  static constexpr std::array values{0, 65, 60, 45, 50, 15};  // in the order of the relations
  return value == values[static_cast<std::size_t>(relation.nearness)];
}

}  // namespace

TEST_CASE("Points add up to the views and every sentence is whole", "[explanation]") {
  for_random_pairs(0, [](WorldFixture& w, const Snapshot& snapshot, const RandomPair& p) {
    const auto weights = random_recommendation(w.world, w.dice).weights;
    const auto values =
        component_values(p.graduate, p.posting, pair_context(snapshot, p.graduate, p.posting, p.as_of));
    const auto both = scores(values, weights);
    for (const auto language : {Language::en, Language::zh}) {
      int employer = 0;
      int graduate = 0;
      for (const auto& r : reasons(snapshot, p.graduate, p.posting, values, weights, p.as_of, language)) {
        (r.view == "employer" ? employer : graduate) += r.points;
        check_whole(r.text);
      }
      CHECK(employer == both.employer_view);
      CHECK(graduate == both.graduate_view);
    }
  });
}

TEST_CASE("Every gate that fails has a sentence", "[explanation]") {
  for_random_pairs(1, [](WorldFixture&, const Snapshot& snapshot, const RandomPair& p) {
    const auto failed =
        failed_gates(p.graduate, p.posting, pair_context(snapshot, p.graduate, p.posting, p.as_of));
    for (const Gate gate : gate_list(failed)) {
      for (const auto language : {Language::en, Language::zh}) {
        check_whole(gate_text(gate, snapshot, &p.graduate, &p.posting, p.as_of, language));
      }
    }
  });
}

TEST_CASE("The relation told is the relation that gives the value", "[explanation]") {
  for_random_pairs(2, [](WorldFixture& w, const Snapshot& snapshot, const RandomPair& p) {
    const Catalog& catalog = *w.catalog.catalog;
    const auto values =
        component_values(p.graduate, p.posting, pair_context(snapshot, p.graduate, p.posting, p.as_of));
    const auto major = texts::relation_of(catalog, p.graduate.major, p.posting.majors);
    const auto region = texts::relation_of(catalog, p.graduate, p.posting.region);
    CAPTURE(static_cast<int>(major.relation), values.employer[0]);
    CAPTURE(static_cast<int>(region.nearness), values.graduate[0]);
    CHECK(gives(major.relation, values.employer[0]));
    CHECK(gives(region, values.graduate[0]));
  });
}
