// Changes of a world that must not change an answer, and answers that must agree with each other.

#include <catch2/catch.hpp>

#include "engine/market/encode.hpp"
#include "tests/engine/world_fixture.hpp"
#include "tests/support/answer_page.hpp"
#include "tests/support/random_options.hpp"
#include "tests/support/seeds.hpp"

using namespace talentmatch;
using namespace talentmatch::testing;

namespace {

constexpr std::size_t kWorlds = 500;

template <class Path>
reference::Page recommend(Path& path, const Snapshot& snapshot, const std::string& graduate,
                          const RankOptions& options) {
  const auto facts = snapshot.graduate(snapshot.find_graduate(graduate).value());
  return recommendation_page(snapshot, path(snapshot, facts, options), options.perspective);
}

template <class Path>
reference::Page candidates(Path& path, const Snapshot& snapshot, const std::string& posting,
                           const RankOptions& options) {
  const auto facts = snapshot.posting(snapshot.find_posting(posting).value());
  return candidate_page(snapshot, path(snapshot, facts, options), options.perspective);
}

// One request in each direction.
struct Questions {
  explicit Questions(WorldFixture& f)
      : graduate(f.dice.pick(f.world.records.graduates).id),
        posting(f.dice.pick(f.world.records.postings).id),
        recommendation(random_recommendation(f.world, f.dice)),
        candidate(random_candidates(f.world, f.dice)) {}

  template <class Path>
  std::pair<reference::Page, reference::Page> answers(Path& path, const Snapshot& snapshot) const {
    return {recommend(path, snapshot, graduate, recommendation),
            candidates(path, snapshot, posting, candidate)};
  }

  std::string graduate;
  std::string posting;
  RankOptions recommendation;
  RankOptions candidate;
};

void check_same_answers(WorldFixture& f, const Questions& questions, const Market& one, const Market& other) {
  for_each_path(f.paths, [&](auto& path) {
    INFO(path.name);
    const auto expected = questions.answers(path, *one.snapshot());
    const auto answers = questions.answers(path, *other.snapshot());
    REQUIRE(answers.first == expected.first);
    REQUIRE(answers.second == expected.second);
  });
}

template <class F>
void for_each_world(std::uint64_t salt, F f) {
  for (const auto seed : world_seeds(Catch::rngSeed() + salt, kWorlds)) {
    INFO("TALENTMATCH_SEED=" << seed);
    WorldFixture fixture(seed);
    f(fixture);
  }
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

// Follows cursors to the end and gives all results.
template <class NextPage>
std::vector<reference::Proposal> all_pages(RankOptions options, NextPage next_page) {
  std::vector<reference::Proposal> all;
  for (bool more = true; more;) {
    const reference::Page page = next_page(options);
    all.insert(all.end(), page.results.begin(), page.results.end());
    more = page.more;
    if (!more) break;
    const auto& last = page.results.back();
    options.after = PageKey{.score = last.score, .posted = last.posted, .id = last.id, .version = {}};
  }
  return all;
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

TEST_CASE("The top k are the first k of the top k+1", "[metamorphic]") {
  for_each_world(3, [](WorldFixture& f) {
    Questions questions(f);
    const auto snapshot = f.market.snapshot();
    const auto prefix = [](reference::Page page, std::size_t k) {
      page.results.resize(std::min(k, page.results.size()));
      return page.results;
    };
    for (const std::size_t k : {0U, 1U, 2U, 5U, 10U, 19U}) {
      INFO("k " << k);
      for_each_path(f.paths, [&](auto& path) {
        INFO(path.name);
        questions.recommendation.k = questions.candidate.k = k;
        const auto [postings, graduates] = questions.answers(path, *snapshot);
        questions.recommendation.k = questions.candidate.k = k + 1;
        const auto [more_postings, more_graduates] = questions.answers(path, *snapshot);
        REQUIRE(postings.results == prefix(more_postings, k));
        REQUIRE(graduates.results == prefix(more_graduates, k));
      });
    }
  });
}

TEST_CASE("Pages neither repeat nor skip", "[metamorphic]") {
  for_each_world(4, [](WorldFixture& f) {
    Questions questions(f);
    const auto snapshot = f.market.snapshot();
    questions.recommendation.k = questions.candidate.k = static_cast<std::size_t>(f.dice.between(1, 7));
    RankOptions whole_recommendation = questions.recommendation;
    RankOptions whole_candidate = questions.candidate;
    whole_recommendation.k = whole_candidate.k = 100'000;
    for_each_path(f.paths, [&](auto& path) {
      INFO(path.name << " k " << questions.recommendation.k);
      const auto postings = all_pages(questions.recommendation, [&](const RankOptions& options) {
        return recommend(path, *snapshot, questions.graduate, options);
      });
      const auto graduates = all_pages(questions.candidate, [&](const RankOptions& options) {
        return candidates(path, *snapshot, questions.posting, options);
      });
      REQUIRE(postings == recommend(path, *snapshot, questions.graduate, whole_recommendation).results);
      REQUIRE(graduates == candidates(path, *snapshot, questions.posting, whole_candidate).results);
    });
  });
}
