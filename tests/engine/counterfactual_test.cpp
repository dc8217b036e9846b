// Counterfactuals against the reference over thousands of seeded random worlds, before and after updates.

#include "engine/ranking/counterfactual.hpp"

#include <catch2/catch.hpp>

#include "tests/engine/world_fixture.hpp"
#include "tests/reference/counterfactual.hpp"
#include "tests/support/answer_page.hpp"
#include "tests/support/random_options.hpp"
#include "tests/support/seeds.hpp"

using namespace talentmatch;
using namespace talentmatch::testing;

namespace {

// A change in the reference's words.
std::string name_of(const Change& change, const Catalog& catalog) {
  const std::string certificate{catalog.id_of(change.certificate)};
  switch (change.kind) {
    case ChangeKind::certificate:
      return "certificate " + certificate + " " + std::to_string(change.level);
    case ChangeKind::kind:
      return "kind " + std::string{word(change.posting_kind)};
    case ChangeKind::wishes_only:
      return "wishes_only off";
    case ChangeKind::min_level:
      return "min_level " + std::to_string(change.level);
    case ChangeKind::certificate_dropped:
      return "certificate dropped " + certificate;
    case ChangeKind::certificate_lower:
      return "certificate lower " + certificate;
    case ChangeKind::majors_strict:
      return "majors_strict off";
    case ChangeKind::fresh_graduates:
      return "fresh_graduates allowed";
  }
  return {};
}

reference::Effect effect_of(const Counterfactuals& answer, const Counterfactual& changed) {
  return {.opens = static_cast<int>(changed.opens),
          .score_before = answer.kth_score,
          .score_after = changed.kth_score};
}

// All changes are named; the effects of those that `wanted` picks are compared.
template <class R, class Wanted>
void compare(WorldFixture& f, const R& record, const std::vector<reference::Change<R>>& expected,
             const Counterfactuals& answer, const RankOptions& options, Wanted wanted) {
  REQUIRE(answer.changes.size() == expected.size());
  for (std::size_t i = 0; i < expected.size(); ++i) {
    INFO(expected[i].what << " of " << record.id << ", k " << options.k);
    const Counterfactual& changed = answer.changes[i];
    REQUIRE(name_of(changed.change, *f.catalog.catalog) == expected[i].what);
    if (!wanted(changed)) continue;
    const auto effect = effect_of(answer, changed);
    const auto reference = reference::effect(f.world.records, record, expected[i].record, options);
    REQUIRE(effect.opens == reference.opens);
    REQUIRE(effect.score_before == reference.score_before);
    REQUIRE(effect.score_after == reference.score_after);
  }
}

// Most certificates are asked by nobody in a small world; of those only a few are compared.
bool worth_comparing(const WorldFixture& f, const Counterfactual& changed, Dice& dice) {
  return changed.change.kind != ChangeKind::certificate || changed.opens != 0 || dice.chance(1) ||
         std::ranges::find(f.world.palette.certificates, changed.change.certificate) !=
             f.world.palette.certificates.end();
}

void check_gaps(WorldFixture& f, const Snapshot& snapshot, Ranker& ranker) {
  const Graduate& graduate = f.dice.pick(f.world.records.graduates);
  const auto options = random_recommendation(f.world, f.dice);
  const auto answer =
      gaps(snapshot, snapshot.graduate(snapshot.find_graduate(graduate.id).value()), options, ranker);
  REQUIRE(gate_list(answer.own_gates) == reference::own_gates(graduate));
  REQUIRE((answer.own_gates.empty() || answer.changes.empty()));
  if (!answer.own_gates.empty()) return;
  compare(f, graduate, reference::changes(*f.catalog.vocabulary, graduate, options.as_of), answer, options,
          [&](const Counterfactual& changed) { return worth_comparing(f, changed, f.dice); });
}

void check_relaxations(WorldFixture& f, const Snapshot& snapshot, Ranker& ranker) {
  const Posting& posting = f.dice.pick(f.world.records.postings);
  const auto options = random_candidates(f.world, f.dice);
  const auto answer =
      relaxations(snapshot, snapshot.posting(snapshot.find_posting(posting.id).value()), options, ranker);
  REQUIRE(gate_list(answer.own_gates) == reference::own_gates(f.world.records, posting, options.as_of));
  REQUIRE((answer.own_gates.empty() || answer.changes.empty()));
  if (!answer.own_gates.empty()) return;
  compare(f, posting, reference::changes(*f.catalog.vocabulary, posting), answer, options,
          [](const Counterfactual&) { return true; });
}

}  // namespace

TEST_CASE("Gaps and relaxations are the reference's", "[oracle]") {
  Ranker ranker;
  for (const auto seed : world_seeds(Catch::rngSeed() + 6, 3000)) {
    INFO("TALENTMATCH_SEED=" << seed);
    WorldFixture f(seed);
    for (int round = 0; round < 2; ++round) {
      INFO("round " << round);
      const auto snapshot = f.market.snapshot();
      for (int i = 0; i < 2 && !f.world.records.graduates.empty(); ++i) check_gaps(f, *snapshot, ranker);
      for (int i = 0; i < 4 && !f.world.records.postings.empty(); ++i)
        check_relaxations(f, *snapshot, ranker);
      f.feed.apply(random_updates(f.world, f.dice, f.dice.between(0, 25)));
    }
  }
}
