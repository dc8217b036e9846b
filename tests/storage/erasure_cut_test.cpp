// An erasure that ends between its commit and the rewriting of the tables is finished later, and what stands
// in its way is known before the commit.

#include <fmt/format.h>

#include "storage/service/placements/erasure.hpp"
#include "tests/storage/faulty_env.hpp"
#include "tests/storage/placement_support.hpp"
#include "tests/storage/raw_bytes.hpp"
#include "tests/storage/store_support.hpp"

using namespace talentmatch;
using namespace talentmatch::testing;

namespace {

namespace fs = std::filesystem;
constexpr auto kFirst = "G-0815-FIRST";
constexpr auto kSecond = "G-0816-SECOND";

void fill_around(Service& service) {
  put_actors(service);
  std::string graduates;
  for (int i = 0; i < 500; ++i) graduates += graduate(fmt::format("G-{:04}", i * 3)) + "\n";
  graduates += graduate(kFirst) + "\n" + graduate(kSecond) + "\n";
  REQUIRE(import_text(service, Collection::graduates, graduates).totals);
  REQUIRE(import_text(service, Collection::postings, posting("P1", R"(,"headcount":9)") + "\n").totals);
  placed(service, "{}");
}

std::unique_ptr<Service> open_with(FaultyEnv& env, const fs::path& directory) {
  auto options = service_options(directory);
  options.store.env = &env;
  return open_service(std::move(options));
}

// In tables, where a mere removal leaves the bytes.
void prepare(const fs::path& directory) {
  fill_around(*open_service(directory));
  REQUIRE_FALSE(files_with(directory, kFirst).empty());
}

bool marked(const fs::path& directory) {
  return open_store(directory)->document(kErasureMarker).has_value();
}

}  // namespace

TEST_CASE("an erasure that was cut off after its commit is finished when the data is opened again") {
  const TemporaryDirectory directory;
  const auto live = directory.path() / "live";
  const auto cut = directory.path() / "cut";
  prepare(live);
  {
    FaultyEnv env;
    auto service = open_with(env, live);
    env.set_tables_fail(true);
    REQUIRE_FALSE(service->erase_person(kFirst));
    CHECK_FALSE(service->snapshot()->find_graduate(kFirst));
    CHECK(service->figures().erasure_unfinished);
    fs::copy(live, cut, fs::copy_options::recursive);  // as a kill at this moment leaves it
  }
  for (const auto& left : {cut, live}) {
    INFO(left);
    REQUIRE_FALSE(files_with(left, kFirst).empty());
    {
      const auto service = open_service(left);
      CHECK(files_with(left, kFirst).empty());
      CHECK_FALSE(service->figures().erasure_unfinished);
      CHECK(service->snapshot()->counts().graduates == 501);
    }
    CHECK(files_with(left, kFirst).empty());
    CHECK_FALSE(marked(left));
  }
}

TEST_CASE("the marker of an erasure is in its commit, and names nobody") {
  const TemporaryDirectory directory;
  prepare(directory.path());
  {
    FaultyEnv env;
    auto service = open_with(env, directory.path());
    env.set_tables_fail(true);
    REQUIRE_FALSE(service->erase_person(kFirst));
  }
  const auto store = open_store(directory.path());
  CHECK(store->document(kErasureMarker) == "1");
  CHECK_FALSE(has(kErasureMarker, kFirst));
}

TEST_CASE("the next erasure finishes one that failed, of somebody else") {
  const TemporaryDirectory directory;
  prepare(directory.path());
  FaultyEnv env;
  auto service = open_with(env, directory.path());
  env.set_tables_fail(true);
  REQUIRE_FALSE(service->erase_person(kFirst));
  env.set_tables_fail(false);
  const auto erased = service->erase_person(kSecond);
  if (!erased) FAIL(message(erased.error(), Language::en));
  CHECK(erased->record);
  CHECK(files_with(directory.path(), kFirst).empty());
  CHECK(files_with(directory.path(), kSecond).empty());
  CHECK_FALSE(service->figures().erasure_unfinished);
}

TEST_CASE("where the disk is full at the opening, the data is served and the erasure waits") {
  const TemporaryDirectory directory;
  prepare(directory.path());
  FaultyEnv env;
  {
    auto service = open_with(env, directory.path());
    env.set_tables_fail(true);
    REQUIRE_FALSE(service->erase_person(kFirst));
  }
  env.set_tables_fail(false);
  open_store(directory.path());  // the log goes into tables
  {
    // Tables fail only now, when the rewriting begins.
    env.set_tables_fail(true);
    const auto service = open_with(env, directory.path());
    CHECK(service->figures().erasure_unfinished);
    CHECK(service->get(Collection::graduates, kSecond));
  }
  env.set_tables_fail(false);
  CHECK_FALSE(open_service(directory.path())->figures().erasure_unfinished);
  CHECK(files_with(directory.path(), kFirst).empty());
}

TEST_CASE("an erasure beside a replacement is refused before anything of it is done") {
  const TemporaryDirectory directory;
  auto service = open_service(directory.path());
  fill_around(*service);
  bool asked = false;
  const auto source = [&](char* buffer, std::size_t) -> Result<std::size_t> {
    if (std::exchange(asked, true)) return 0;
    const auto refused = service->erase_person(kFirst);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == ErrorCode::busy);
    CHECK(service->get(Collection::graduates, kFirst));
    CHECK_FALSE(service->figures().erasure_unfinished);
    const auto line = graduate(kSecond) + "\n";
    return line.copy(buffer, line.size());
  };
  const auto replaced = service->import(Collection::graduates, {.mode = ImportMode::replace, .progress = {}},
                                        source, [](std::string_view) { return true; });
  REQUIRE(replaced);
  CHECK(replaced->swapped);
  CHECK(service->erase_person(kFirst));
}

TEST_CASE("no replacement begins during a purge") {
  const TemporaryDirectory directory;
  const auto store = open_store(directory.path());
  {
    const auto purge = store->begin_purge();
    REQUIRE(purge);
    CHECK(store->begin_purge().error().code == ErrorCode::busy);
    CHECK(store->stage(Collection::graduates).error().code == ErrorCode::busy);
    REQUIRE(purge->all());
  }
  CHECK(store->stage(Collection::graduates));
}
