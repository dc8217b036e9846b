// Changes of a world, or of the way it was loaded, that must not change an answer.

#include <catch2/catch.hpp>

#include "engine/market/encode.hpp"
#include "tests/engine/questions.hpp"

using namespace talentmatch;
using namespace talentmatch::testing;

namespace {

void check_same_answers(WorldFixture& f, const Questions& questions, const Market& one, const Market& other) {
  for_each_path(f.paths, [&](auto& path) {
    INFO(path.name);
    const auto expected = questions.answers(path, *one.snapshot());
    const auto answers = questions.answers(path, *other.snapshot());
    REQUIRE(answers.first == expected.first);
    REQUIRE(answers.second == expected.second);
  });
}

reference::World shuffled(reference::World world, Dice& dice) {
  dice.shuffle(world.schools);
  dice.shuffle(world.employers);
  dice.shuffle(world.ties);
  dice.shuffle(world.graduates);
  dice.shuffle(world.postings);
  dice.shuffle(world.placements);
  return world;
}

// The way a service starts: small records by apply, graduates and postings straight into columns.
void load_in_bulk(Market& market, const reference::World& world, Dice& dice) {
  auto small = world;
  small.graduates.clear();
  small.postings.clear();
  market.apply(mutations_of(small), 1);
  std::vector<std::unique_ptr<Market::Part>> parts;
  for (int i = dice.between(1, 4); i > 0; --i) parts.push_back(market.part());
  for (const Graduate& graduate : world.graduates) parts[dice.below(parts.size())]->add(graduate);
  for (const Posting& posting : world.postings) parts[dice.below(parts.size())]->add(posting);
  market.adopt(std::move(parts), 2);
}

// A school with the ties of another and nothing else in common.
std::vector<Mutation> twin_of(const std::string& school, const reference::World& world,
                              const Palette& palette, Dice& dice) {
  std::vector<Mutation> mutations{put_mutation(random_school(palette, dice, "twin"))};
  for (Tie tie : world.ties) {
    if (tie.school != school) continue;
    tie.id = "twin:" + tie.id;
    tie.school = "twin";
    mutations.push_back(put_mutation(tie));
  }
  return mutations;
}

}  // namespace

TEST_CASE("The order in which records came changes no answer", "[metamorphic]") {
  for_each_world(0, [](WorldFixture& f) {
    Market other(f.catalog.catalog, random_tuning(f.dice));
    MarketFeed(other, f.dice).apply(mutations_of(shuffled(f.world.records, f.dice)));
    check_same_answers(f, Questions(f), f.market, other);
  });
}

TEST_CASE("Bulk loading gives the same answers as one batch after the other", "[metamorphic]") {
  for_each_world(5, [](WorldFixture& f) {
    Market other(f.catalog.catalog, random_tuning(f.dice));
    load_in_bulk(other, f.world.records, f.dice);
    check_same_answers(f, Questions(f), f.market, other);
  });
}

TEST_CASE("A snapshot that is held does not change", "[metamorphic]") {
  for_each_world(6, [](WorldFixture& f) {
    const Questions questions(f);
    const auto held = f.market.snapshot();
    for_each_path(f.paths, [&](auto& path) {
      INFO(path.name);
      const auto before = questions.answers(path, *held);
      f.feed.apply(random_updates(f.world, f.dice, 20));
      const auto after = questions.answers(path, *held);
      REQUIRE(after.first == before.first);
      REQUIRE(after.second == before.second);
    });
  });
}

TEST_CASE("Records that were removed and given back change no answer", "[metamorphic]") {
  for_each_world(1, [](WorldFixture& f) {
    Market other(f.catalog.catalog, random_tuning(f.dice));
    MarketFeed feed(other, f.dice);
    feed.apply(mutations_of(f.world.records));
    const Posting posting = f.dice.pick(f.world.records.postings);
    const Graduate graduate = f.dice.pick(f.world.records.graduates);
    const Questions questions(f);
    feed.apply(
        std::array{removal(Collection::postings, posting.id), removal(Collection::graduates, graduate.id)});
    feed.apply(std::array{put_mutation(graduate), put_mutation(posting)});
    check_same_answers(f, questions, f.market, other);
  });
}

TEST_CASE("A school with the same ties gives its graduates the same recommendations", "[metamorphic]") {
  for_each_world(2, [](WorldFixture& f) {
    Graduate graduate = f.dice.pick(f.world.records.graduates);
    graduate.kinds = {PostingKind::job, PostingKind::internship};  // an order class names its school
    const auto options = random_recommendation(f.world, f.dice);
    f.feed.apply(twin_of(graduate.school, f.world.records, f.world.palette, f.dice));
    const auto snapshot = f.market.snapshot();
    Graduate moved = graduate;
    moved.school = "twin";
    const EncodedGraduate before(graduate, snapshot->employers(), snapshot->schools());
    const EncodedGraduate after(moved, snapshot->employers(), snapshot->schools());
    for_each_path(f.paths, [&](auto& path) {
      INFO(path.name);
      const auto page = [&](const GraduateFacts& facts) {
        return recommendation_page(*snapshot, path(*snapshot, facts, options), options.perspective);
      };
      REQUIRE(page(after.facts()) == page(before.facts()));
    });
  });
}
