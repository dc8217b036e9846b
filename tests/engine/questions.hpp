#pragma once
// One random request in each direction, and their answers by any path.

#include <catch2/catch.hpp>

#include "tests/engine/world_fixture.hpp"
#include "tests/support/answer_page.hpp"
#include "tests/support/random_options.hpp"
#include "tests/support/seeds.hpp"

namespace talentmatch::testing {

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

// Calls f with random worlds, in a market each; `salt` gives each test its own.
template <class F>
void for_each_world(std::uint64_t salt, F f) {
  for (const auto seed : world_seeds(Catch::rngSeed() + salt, 500)) {
    INFO("TALENTMATCH_SEED=" << seed);
    WorldFixture fixture(seed);
    f(fixture);
  }
}

}  // namespace talentmatch::testing
