#include "tests/storage/faulty_env.hpp"
#include "tests/storage/store_support.hpp"

using namespace talentmatch;
using namespace talentmatch::testing;

TEST_CASE("on a full disk a commit changes nothing, and goes on when there is space again") {
  const TemporaryDirectory directory;
  FaultyEnv env;
  {
    auto store = open_store(directory.path(), {.env = &env});
    REQUIRE(commit(*store, {entry(Collection::schools, "S1", "before")}));
    for (int round = 0; round < 3; ++round) {
      env.set_full(true);
      for (int attempt = 0; attempt < 2; ++attempt) {
        const auto failed =
            commit(*store, {entry(Collection::schools, "S1", "lost"), entry(Collection::ties, "T1", "lost")});
        REQUIRE_FALSE(failed);
        CHECK(failed.error().code == ErrorCode::no_space);
        CHECK(store->get(Collection::schools, "S1") == "before");
        CHECK(store->get(Collection::ties, "T1").error().code == ErrorCode::not_found);
        auto staging = store->stage(Collection::graduates);
        REQUIRE(staging);
        const std::vector lines{entry(Collection::graduates, "G1", "lost")};
        CHECK(staging->put(lines).error().code == ErrorCode::no_space);
      }
      env.set_full(false);
      const auto number = commit(*store, {entry(Collection::postings, std::to_string(round), "after")});
      if (!number) FAIL(number.error().detail);
      CHECK(number == 2 + static_cast<std::uint64_t>(round));
    }
  }
  auto store = open_store(directory.path());
  CHECK(store->last_commit() == 4);
  CHECK(store->get(Collection::schools, "S1") == "before");
  CHECK(contents(store->scan(Collection::ties)).empty());
  CHECK(contents(store->scan(Collection::postings)).size() == 3);
}

TEST_CASE("a commit is refused before the disk is full") {
  const TemporaryDirectory directory;
  FaultyEnv env;
  auto store = open_store(directory.path(), {.env = &env});
  env.set_free_space(std::uint64_t{20} << 20U);
  const std::string large(std::size_t{6} << 20U, 'x');
  CHECK(commit(*store, {entry(Collection::schools, "S1", large)}).error().code == ErrorCode::no_space);
  CHECK(store->get(Collection::schools, "S1").error().code == ErrorCode::not_found);
  CHECK(commit(*store, {entry(Collection::schools, "S1", "small")}) == 1);
  env.set_free_space(std::uint64_t{30} << 20U);
  CHECK(commit(*store, {entry(Collection::schools, "S1", large)}) == 2);
}

TEST_CASE("a full disk at the swap leaves the collection as it was") {
  const TemporaryDirectory directory;
  FaultyEnv env;
  auto store = open_store(directory.path(), {.env = &env});
  REQUIRE(commit(*store, {entry(Collection::schools, "S1", "old")}));
  {
    auto staging = store->stage(Collection::schools);
    REQUIRE(staging);
    const std::vector lines{entry(Collection::schools, "S2", "new")};
    REQUIRE(staging->put(lines));
    env.set_full(true);
    CHECK(store->swap(*staging, {}).error().code == ErrorCode::no_space);
  }
  CHECK(contents(store->scan(Collection::schools)) == std::map<std::string, std::string>{{"S1", "old"}});
  env.set_full(false);
  CHECK(commit(*store, {entry(Collection::schools, "S3", "new")}) == 2);
  CHECK(contents(store->scan(Collection::schools)).size() == 2);
}

TEST_CASE("a scan that is going on is not disturbed by a failure, which is got over after it") {
  const TemporaryDirectory directory;
  FaultyEnv env;
  auto store = open_store(directory.path(), {.env = &env});
  REQUIRE(commit(*store, {entry(Collection::schools, "S1", "old")}));
  {
    auto scan = store->scan(Collection::schools);
    env.set_full(true);
    CHECK_FALSE(commit(*store, {entry(Collection::schools, "S2", "lost")}));
    env.set_full(false);
    CHECK_FALSE(commit(*store, {entry(Collection::schools, "S2", "lost")}));
    CHECK(contents(std::move(scan)) == std::map<std::string, std::string>{{"S1", "old"}});
  }
  CHECK(commit(*store, {entry(Collection::schools, "S2", "new")}) == 2);
}

TEST_CASE("records that cannot be opened again are told, until they can") {
  const TemporaryDirectory directory;
  FaultyEnv env;
  auto store = open_store(directory.path(), {.env = &env});
  REQUIRE(commit(*store, {entry(Collection::schools, "S1", "old")}));
  const auto current = directory.path() / "records" / "CURRENT";
  const auto aside = directory.path() / "CURRENT";
  std::filesystem::rename(current, aside);
  env.set_full(true);
  CHECK_FALSE(commit(*store, {entry(Collection::schools, "S2", "lost")}));
  env.set_full(false);
  CHECK_FALSE(commit(*store, {entry(Collection::schools, "S2", "lost")}));
  CHECK(store->get(Collection::schools, "S1").error().code == ErrorCode::io_error);
  auto scan = store->scan(Collection::schools);
  CHECK_FALSE(scan.next());
  CHECK(scan.check().error().code == ErrorCode::io_error);
  std::filesystem::rename(aside, current);
  CHECK(commit(*store, {entry(Collection::schools, "S2", "new")}) == 2);
  CHECK(store->get(Collection::schools, "S1") == "old");
}

TEST_CASE("a batch that failed and is in the log all the same is taken back") {
  const TemporaryDirectory directory;
  FaultyEnv env;
  {
    auto store = open_store(directory.path(), {.env = &env});
    REQUIRE(commit(*store, {entry(Collection::schools, "S1", "old"), entry(Collection::ties, "T1", "old")}));
    env.set_syncs_fail(true);
    const auto failed =
        commit(*store, {entry(Collection::schools, "S1", "lost"), entry(Collection::ties, "T1", ""),
                        entry(Collection::ties, "T2", "lost")});
    REQUIRE_FALSE(failed);
    CHECK(failed.error().code == ErrorCode::io_error);
    env.set_syncs_fail(false);
    CHECK(commit(*store, {entry(Collection::schools, "S2", "new")}) == 2);
    {
      auto staging = store->stage(Collection::schools);
      REQUIRE(staging);
      const std::vector lines{entry(Collection::schools, "S9", "lost")};
      REQUIRE(staging->put(lines));
      env.set_syncs_fail(true);
      CHECK_FALSE(store->swap(*staging, {}));
      env.set_syncs_fail(false);
    }
    CHECK(commit(*store, {entry(Collection::schools, "S3", "new")}) == 3);
  }
  auto store = open_store(directory.path());
  CHECK(store->last_commit() == 3);
  CHECK(contents(store->scan(Collection::schools)) ==
        std::map<std::string, std::string>{{"S1", "old"}, {"S2", "new"}, {"S3", "new"}});
  CHECK(contents(store->scan(Collection::ties)) == std::map<std::string, std::string>{{"T1", "old"}});
}

TEST_CASE("what was committed survives a loss of power") {
  const TemporaryDirectory directory;
  FaultyEnv env;
  auto store = open_store(directory.path() / "live", {.env = &env});
  for (std::uint64_t i = 1; i <= 20; ++i) {
    REQUIRE(commit(*store, {entry(Collection::graduates, "G" + std::to_string(i), std::string(1000, 'x')),
                            entry(Collection::schools, "S" + std::to_string(i), "y")}) == i);
    const auto copy = directory.path() / ("copy" + std::to_string(i));
    env.copy_synced(directory.path() / "live", copy);
    const auto after = open_store(copy);
    CHECK(after->last_commit() == i);
    CHECK(contents(after->scan(Collection::graduates)).size() == i);
    CHECK(contents(after->scan(Collection::schools)).size() == i);
  }
}

TEST_CASE("after a loss of power a swap is there whole or not at all") {
  const TemporaryDirectory directory;
  FaultyEnv env;
  auto store = open_store(directory.path() / "live", {.env = &env});
  REQUIRE(commit(*store, {entry(Collection::schools, "S1", "old")}));
  auto staging = store->stage(Collection::schools);
  REQUIRE(staging);
  const std::vector lines{entry(Collection::schools, "S2", "new")};
  REQUIRE(staging->put(lines));
  env.copy_synced(directory.path() / "live", directory.path() / "before");
  REQUIRE(store->swap(*staging, {}));
  env.copy_synced(directory.path() / "live", directory.path() / "after");
  CHECK(contents(open_store(directory.path() / "before")->scan(Collection::schools)) ==
        std::map<std::string, std::string>{{"S1", "old"}});
  CHECK(contents(open_store(directory.path() / "after")->scan(Collection::schools)) ==
        std::map<std::string, std::string>{{"S2", "new"}});
}
