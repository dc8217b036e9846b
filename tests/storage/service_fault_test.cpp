#include "tests/storage/faulty_env.hpp"
#include "tests/storage/service_support.hpp"

using namespace talentmatch;
using namespace talentmatch::testing;

TEST_CASE("on a full disk a write is refused, readers see nothing of it, and then it goes on") {
  const TemporaryDirectory directory;
  FaultyEnv env;
  auto options = service_options(directory.path());
  options.store.env = &env;
  {
    auto service = open_service(std::move(options));
    put_actors(*service);
    REQUIRE(service->put(Collection::graduates, "G1", graduate("G1")));
    const auto version = service->snapshot()->version();
    env.set_full(true);
    const auto changed = graduate("G1", R"(,"home":"410100")");
    CHECK(service->put(Collection::graduates, "G1", changed).error().code == ErrorCode::no_space);
    CHECK(service->put(Collection::graduates, "G2", graduate("G2")).error().code == ErrorCode::no_space);
    CHECK(service->remove(Collection::graduates, "G1").error().code == ErrorCode::no_space);
    CHECK(import_text(*service, Collection::graduates, graduate("G3")).totals.error().code ==
          ErrorCode::no_space);
    CHECK(import_text(*service, Collection::graduates, graduate("G3"),
                      {.mode = ImportMode::replace, .progress = {}})
              .totals.error()
              .code == ErrorCode::no_space);
    CHECK(service->snapshot()->version() == version);
    CHECK(service->get(Collection::graduates, "G1")->json == graduate("G1"));
    CHECK_FALSE(service->snapshot()->find_graduate("G2"));
    env.set_full(false);
    REQUIRE(service->put(Collection::graduates, "G2", graduate("G2")));
    CHECK(service->snapshot()->find_graduate("G2"));
    const auto replaced = import_text(*service, Collection::graduates, graduate("G4"),
                                      {.mode = ImportMode::replace, .progress = {}});
    REQUIRE(replaced.totals);
    CHECK(replaced.totals->swapped);
  }
  CHECK(exported(*open_service(directory.path()), Collection::graduates) == graduate("G4") + "\n");
}

TEST_CASE("an import that fills the disk stops, keeps what it acknowledged and can be repeated") {
  const TemporaryDirectory directory;
  FaultyEnv env;
  auto options = service_options(directory.path());
  options.store.env = &env;
  auto service = open_service(std::move(options));
  put_actors(*service);
  constexpr int kCount = 100'000;
  std::string text;
  for (int i = 0; i < kCount; ++i)
    text += graduate("G" + std::to_string(i), R"(,"wishes":["410100"])") + "\n";
  std::uint64_t acknowledged = 0;
  const auto totals =
      service->import(Collection::graduates, {}, source_of(text, 100'000), [&](std::string_view bytes) {
        acknowledged += static_cast<std::uint64_t>(std::ranges::count(bytes, '\n'));
        if (acknowledged > 40'000) env.set_full(true);
        return true;
      });
  REQUIRE_FALSE(totals);
  CHECK(totals.error().code == ErrorCode::no_space);
  CHECK(service->snapshot()->counts().graduates == acknowledged);
  env.set_full(false);
  const auto again =
      import_text(*service, Collection::graduates, text, {.errors_only = true, .progress = {}}, 100'000);
  REQUIRE(again.totals);
  CHECK(again.totals->unchanged == acknowledged);
  CHECK(again.totals->created == kCount - acknowledged);
}
