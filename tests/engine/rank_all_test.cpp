// Everybody at once gets what each would get alone, on any number of threads.

#include "engine/ranking/rank_all.hpp"

#include <catch2/catch.hpp>
#include <tbb/task_arena.h>

#include "tests/engine/questions.hpp"

using namespace talentmatch;
using namespace talentmatch::testing;

namespace {

using Pages = std::vector<reference::Page>;

template <class RankAll>
Pages on_threads(int threads, std::size_t count, const RankAll& rank_all) {
  Pages pages(count);
  tbb::task_arena(threads).execute([&] { rank_all(pages); });
  return pages;
}

template <class IdOf>
std::vector<std::string> ids_of(std::span<const RowRef> refs, IdOf id_of) {
  std::vector<std::string> ids;
  for (const RowRef ref : refs) ids.emplace_back(id_of(ref));
  return ids;
}

template <class Record>
std::vector<std::string> sorted_ids(const std::vector<Record>& records) {
  std::vector<std::string> ids;
  for (const Record& record : records) ids.push_back(record.id);
  std::ranges::sort(ids);
  return ids;
}

}  // namespace

TEST_CASE("All graduates at once get what each gets alone", "[metamorphic]") {
  for_each_world(8, [](WorldFixture& f) {
    const auto options = Questions(f).recommendation;
    const auto snapshot = f.market.snapshot();
    const auto graduates = graduates_by_id(*snapshot);
    const auto ids = ids_of(graduates, [&](RowRef ref) { return snapshot->graduate(ref).id; });
    REQUIRE(ids == sorted_ids(f.world.records.graduates));
    Pages alone;
    for (const auto& id : ids)
      alone.push_back(recommend(std::get<IndexedPath>(f.paths), *snapshot, id, options));
    for (const int threads : {1, 2, 4}) {
      INFO(threads << " threads, k " << options.k);
      const auto pages = on_threads(threads, ids.size(), [&](Pages& out) {
        rank_for_graduates(*snapshot, graduates, options,
                           [&](std::size_t i, const GraduateFacts&, const Ranking& ranking) {
                             out[i] = recommendation_page(*snapshot, ranking, options.perspective);
                           });
      });
      REQUIRE(pages == alone);
    }
  });
}

TEST_CASE("All postings at once get what each gets alone", "[metamorphic]") {
  for_each_world(9, [](WorldFixture& f) {
    const auto options = Questions(f).candidate;
    const auto snapshot = f.market.snapshot();
    const auto postings = postings_by_id(*snapshot);
    const auto ids = ids_of(postings, [&](RowRef ref) { return snapshot->posting(ref).id; });
    REQUIRE(ids == sorted_ids(f.world.records.postings));
    Pages alone;
    for (const auto& id : ids)
      alone.push_back(candidates(std::get<IndexedPath>(f.paths), *snapshot, id, options));
    for (const int threads : {1, 2, 4}) {
      INFO(threads << " threads, k " << options.k);
      const auto pages = on_threads(threads, ids.size(), [&](Pages& out) {
        rank_for_postings(*snapshot, postings, options,
                          [&](std::size_t i, const PostingFacts&, const Ranking& ranking) {
                            out[i] = candidate_page(*snapshot, ranking, options.perspective);
                          });
      });
      REQUIRE(pages == alone);
    }
  });
}
