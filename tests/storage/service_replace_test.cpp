#include "tests/storage/service_support.hpp"

using namespace talentmatch;
using namespace talentmatch::testing;

namespace {

Imported replace(Service& service, Collection collection, std::string_view text) {
  return import_text(service, collection, text, {.mode = ImportMode::replace, .progress = {}});
}

void put_records(Service& service) {
  put_actors(service);
  for (const char* id : {"G1", "G2", "G3"}) REQUIRE(service.put(Collection::graduates, id, graduate(id)));
  REQUIRE(service.put(Collection::postings, "P1", posting("P1")));
  REQUIRE(service.put(Collection::placements, "L1",
                      R"({"id":"L1","graduate":"G1","posting":"P1","status":"confirmed"})"));
}

}  // namespace

TEST_CASE("a replaced collection is exactly the file, in one step") {
  const TemporaryDirectory directory;
  const auto file =
      graduate("G2", R"(,"home":"410100")") + "\n" + graduate("G3") + "\n" + graduate("G4") + "\n";
  {
    auto service = open_service(directory.path());
    put_records(*service);
    const auto before = service->snapshot();
    const auto replaced = replace(*service, Collection::graduates, file);
    REQUIRE(replaced.totals);
    CHECK(replaced.totals->swapped);
    CHECK(replaced.totals->created == 1);
    CHECK(replaced.totals->updated == 1);
    CHECK(replaced.totals->unchanged == 1);
    CHECK(replaced.totals->removed == 1);
    REQUIRE(replaced.lines.size() == 4);
    CHECK(replaced.lines[2] == R"({"line":3,"id":"G4","status":"created"})");
    CHECK(has(replaced.lines[3], R"("swapped":true)"));
    CHECK(service->snapshot()->commit() == before->commit() + 1);
    CHECK(before->find_graduate("G1"));
    CHECK_FALSE(service->snapshot()->find_graduate("G1"));
    CHECK(service->snapshot()->find_graduate("G4"));
    CHECK(service->snapshot()->counts().placements == 0);
    CHECK(service->get(Collection::placements, "L1").error().code == ErrorCode::not_found);
    CHECK(exported(*service, Collection::graduates) == file);
  }
  auto service = open_service(directory.path());
  CHECK(exported(*service, Collection::graduates) == file);
  CHECK(exported(*service, Collection::placements).empty());
  REQUIRE(replace(*service, Collection::graduates, graduate("G9")).totals);
  CHECK(exported(*service, Collection::graduates) == graduate("G9") + "\n");
}

TEST_CASE("nothing is swapped if a line is rejected or a removal is not allowed") {
  const TemporaryDirectory directory;
  auto service = open_service(directory.path());
  put_records(*service);
  const auto graduates = exported(*service, Collection::graduates);
  const auto schools = exported(*service, Collection::schools);
  const auto version = service->snapshot()->version();

  const auto rejected = replace(*service, Collection::graduates, graduate("G4") + "\n{}\n");
  REQUIRE(rejected.totals);
  CHECK_FALSE(rejected.totals->swapped);
  REQUIRE(rejected.totals->reason);
  CHECK(rejected.totals->reason->code == ErrorCode::missing_field);
  CHECK(has(rejected.lines.back(), R"("swapped":false)"));

  const auto in_use = replace(*service, Collection::schools, school("S2"));
  REQUIRE(in_use.totals);
  CHECK_FALSE(in_use.totals->swapped);
  REQUIRE(in_use.totals->reason);
  CHECK(in_use.totals->reason->code == ErrorCode::in_use);
  CHECK(has(in_use.lines.back(), "in_use"));

  CHECK(exported(*service, Collection::graduates) == graduates);
  CHECK(exported(*service, Collection::schools) == schools);
  CHECK(service->snapshot()->version() == version);
}

TEST_CASE("an empty file empties the collection") {
  const TemporaryDirectory directory;
  auto service = open_service(directory.path());
  put_records(*service);
  const auto replaced = replace(*service, Collection::graduates, "\n");
  REQUIRE(replaced.totals);
  CHECK(replaced.totals->swapped);
  CHECK(replaced.totals->removed == 3);
  CHECK(service->snapshot()->counts().graduates == 0);
}

TEST_CASE("writes that come during a replacement are judged by the file at its end") {
  const TemporaryDirectory directory;
  auto service = open_service(directory.path());
  put_records(*service);
  const std::string file = graduate("G5") + "\n";
  auto inner = source_of(file);
  bool written = false;
  const auto totals = service->import(
      Collection::graduates, {.mode = ImportMode::replace, .progress = {}},
      [&](char* buffer, std::size_t capacity) {
        if (!std::exchange(written, true)) {
          REQUIRE(service->put(Collection::graduates, "G6", graduate("G6")));
          CHECK(service
                    ->import(Collection::graduates, {.mode = ImportMode::replace, .progress = {}},
                             source_of(""), [](std::string_view) { return true; })
                    .error()
                    .code == ErrorCode::busy);
        }
        return inner(buffer, capacity);
      },
      [](std::string_view) { return true; });
  REQUIRE(totals);
  CHECK(totals->swapped);
  CHECK(totals->removed == 4);
  CHECK(exported(*service, Collection::graduates) == file);
}
