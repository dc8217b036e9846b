// Longer answers begin with the shorter ones, and pages make up the whole.

#include <catch2/catch.hpp>

#include "tests/engine/questions.hpp"

using namespace talentmatch;
using namespace talentmatch::testing;

namespace {

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
