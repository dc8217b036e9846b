#include "tests/storage/store_support.hpp"

using namespace talentmatch;
using namespace talentmatch::testing;

TEST_CASE("a commit puts, replaces and removes in order, and counts") {
  const TemporaryDirectory directory;
  auto store = open_store(directory.path());
  CHECK(commit(*store, {entry(Collection::ties, "T2", "a"), entry(Collection::ties, "T1", "b")}) == 1);
  CHECK(commit(*store, {entry(Collection::ties, "T2", "c"), entry(Collection::ties, "T1", ""),
                        entry(Collection::ties, "T3", "d"), entry(Collection::ties, "T3", "e")}) == 2);
  CHECK(contents(store->scan(Collection::ties)) ==
        std::map<std::string, std::string>{{"T2", "c"}, {"T3", "e"}});
  CHECK(store->last_commit() == 2);
}

TEST_CASE("a scan shows one moment, by id, whole or in blocks") {
  const TemporaryDirectory directory;
  auto store = open_store(directory.path());
  std::vector<JournalEntry> entries;
  for (int i = 0; i < 5000; ++i) {
    entries.push_back(entry(Collection::graduates, "G" + std::to_string(i), std::string(200, 'x')));
  }
  REQUIRE(store->commit(entries));
  auto scan = store->scan(Collection::graduates);
  REQUIRE(
      commit(*store, {entry(Collection::graduates, "A", "later"), entry(Collection::graduates, "G7", "")}));
  std::vector<std::string> ids;
  ScanBlock block;
  std::size_t blocks = 0;
  for (;; ++blocks) {
    REQUIRE(scan.fill(block));
    if (block.size() == 0) break;
    for (std::size_t i = 0; i < block.size(); ++i) {
      ids.emplace_back(block.id(i));
      CHECK(block.value(i) == std::string(200, 'x'));
    }
  }
  CHECK(blocks > 1);
  CHECK(ids.size() == 5000);
  CHECK(std::ranges::is_sorted(ids));
  CHECK(contents(store->scan(Collection::graduates)).size() == 5000);
}

TEST_CASE("a staged family becomes the collection in one commit") {
  const TemporaryDirectory directory;
  const std::map<std::string, std::string> file{{"G2", "new"}, {"G3", "new"}};
  {
    auto store = open_store(directory.path());
    REQUIRE(
        commit(*store, {entry(Collection::graduates, "G1", "old"), entry(Collection::graduates, "G2", "old"),
                        entry(Collection::placements, "L1", "x"), entry(Collection::placements, "L2", "y")}));
    auto staging = store->stage(Collection::graduates);
    REQUIRE(staging);
    const std::vector lines{entry(Collection::graduates, "G3", "new"),
                            entry(Collection::graduates, "G2", "new")};
    REQUIRE(staging->put(lines));
    CHECK(store->get(Collection::graduates, "G2") == "old");
    CHECK(contents(staging->scan()) == file);
    auto old = store->scan(Collection::graduates);
    const std::vector also{entry(Collection::placements, "L1", "")};
    CHECK(store->swap(*staging, also) == 2);
    CHECK(contents(store->scan(Collection::graduates)) == file);
    CHECK(contents(std::move(old)) == std::map<std::string, std::string>{{"G1", "old"}, {"G2", "old"}});
    REQUIRE(commit(*store, {entry(Collection::graduates, "G4", "newer")}));
  }
  auto store = open_store(directory.path());
  CHECK(store->last_commit() == 3);
  CHECK(contents(store->scan(Collection::graduates)).size() == 3);
  CHECK(contents(store->scan(Collection::placements)) == std::map<std::string, std::string>{{"L2", "y"}});
}

TEST_CASE("a staged family that is not swapped leaves nothing") {
  const TemporaryDirectory directory;
  for (int round = 0; round < 3; ++round) {
    auto store = open_store(directory.path());
    for (int i = 0; i < 2; ++i) {
      auto staging = store->stage(Collection::postings);
      REQUIRE(staging);
      const std::vector lines{entry(Collection::postings, "P1", "staged")};
      REQUIRE(staging->put(lines));
    }
    CHECK(contents(store->scan(Collection::postings)).empty());
  }
}
