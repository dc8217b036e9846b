#include "tests/storage/service_support.hpp"

using namespace talentmatch;
using namespace talentmatch::testing;

namespace {

ErrorCode code_of(const Result<WriteOutcome>& outcome) {
  REQUIRE_FALSE(outcome);
  return outcome.error().code;
}

}  // namespace

TEST_CASE("a record is created, unchanged, updated and removed") {
  const TemporaryDirectory directory;
  auto service = open_service(directory.path());
  put_actors(*service);
  const auto created = service->put(Collection::graduates, "G1", graduate("G1"));
  REQUIRE(created);
  CHECK(created->status == WriteStatus::created);
  const auto before = service->snapshot();
  const auto unchanged =
      service->put(Collection::graduates, "G1", graduate("G1", R"( , "home" : null, "wishes": [] )"));
  REQUIRE(unchanged);
  CHECK(unchanged->status == WriteStatus::unchanged);
  CHECK(unchanged->etag == created->etag);
  CHECK(service->snapshot()->version() == before->version());
  const auto updated = service->put(Collection::graduates, "G1", graduate("G1", R"(,"home":"410100")"));
  REQUIRE(updated);
  CHECK(updated->status == WriteStatus::updated);
  CHECK(updated->etag != created->etag);
  CHECK(service->snapshot()->commit() == before->commit() + 1);
  const auto stored = service->get(Collection::graduates, "G1");
  REQUIRE(stored);
  CHECK(stored->json == graduate("G1", R"(,"home":"410100")"));
  CHECK(stored->etag == updated->etag);
  CHECK(stored->etag.size() == 18);
  const auto removed = service->remove(Collection::graduates, "G1");
  REQUIRE(removed);
  CHECK(removed->status == WriteStatus::removed);
  CHECK(removed->etag.empty());
  CHECK(service->get(Collection::graduates, "G1").error().code == ErrorCode::not_found);
  CHECK_FALSE(service->snapshot()->find_graduate("G1"));
  CHECK(code_of(service->remove(Collection::graduates, "G1")) == ErrorCode::not_found);
}

TEST_CASE("the id is the path's") {
  const TemporaryDirectory directory;
  auto service = open_service(directory.path());
  CHECK(code_of(service->put(Collection::schools, "S2", school("S1"))) == ErrorCode::id_mismatch);
  CHECK(code_of(service->put(Collection::schools, "S/1", school("S/1"))) == ErrorCode::invalid_id);
  CHECK(code_of(service->put(Collection::schools, "S1\"", "{}")) == ErrorCode::invalid_id);
  const auto empty = service->put(Collection::schools, "S1", " { } ");
  CHECK(code_of(empty) == ErrorCode::missing_field);
  CHECK(empty.error().field == "name");
  CHECK(code_of(service->put(Collection::schools, "S1", "[]")) == ErrorCode::not_an_object);
  REQUIRE(
      service->put(Collection::schools, "S1", R"({"name":"学校","kind":"university","region":"410100"})"));
  CHECK(service->get(Collection::schools, "S1")->json ==
        R"({"id":"S1","name":"学校","kind":"university","region":"410100"})");
}

TEST_CASE("If-Match guards against lost updates") {
  const TemporaryDirectory directory;
  auto service = open_service(directory.path());
  const auto put = [&](std::string_view body, std::string etag) {
    return service->put(Collection::schools, "S1", body, {.etag = std::move(etag)});
  };
  const std::string other = R"({"id":"S1","name":"别名","kind":"university","region":"410100"})";
  CHECK(code_of(put(school("S1"), "*")) == ErrorCode::precondition_failed);
  const auto first = put(school("S1"), "");
  REQUIRE(first);
  REQUIRE(put(other, first->etag));
  CHECK(code_of(put(school("S1"), first->etag)) == ErrorCode::precondition_failed);
  REQUIRE(put(school("S1"), "\"0000000000000000\" , " + service->get(Collection::schools, "S1")->etag));
  CHECK(code_of(service->remove(Collection::schools, "S1", {.etag = "\"0\""})) ==
        ErrorCode::precondition_failed);
  REQUIRE(service->remove(Collection::schools, "S1", {.etag = "*"}));
  CHECK(code_of(service->remove(Collection::schools, "S1", {.etag = "*"})) == ErrorCode::not_found);
}

TEST_CASE("references must exist, and what is referred to stays") {
  const TemporaryDirectory directory;
  auto service = open_service(directory.path());
  const auto orphan = service->put(Collection::graduates, "G1", graduate("G1"));
  CHECK(code_of(orphan) == ErrorCode::unknown_reference);
  CHECK(orphan.error().field == "school");
  CHECK(service->get(Collection::graduates, "G1").error().code == ErrorCode::not_found);
  put_actors(*service);
  REQUIRE(service->put(Collection::graduates, "G1", graduate("G1")));
  REQUIRE(service->put(Collection::postings, "P1", posting("P1")));
  CHECK(code_of(service->remove(Collection::schools, "S1")) == ErrorCode::in_use);
  CHECK(code_of(service->remove(Collection::employers, "E1")) == ErrorCode::in_use);
  CHECK(service->get(Collection::schools, "S1"));
  REQUIRE(service->remove(Collection::postings, "P1"));
  REQUIRE(service->remove(Collection::employers, "E1"));
}

TEST_CASE("a graduate's placements go with it, and free their seats") {
  const TemporaryDirectory directory;
  auto service = open_service(directory.path());
  put_actors(*service);
  REQUIRE(service->put(Collection::graduates, "G1", graduate("G1")));
  REQUIRE(service->put(Collection::postings, "P1", posting("P1")));
  REQUIRE(service->put(Collection::placements, "L1",
                       R"({"id":"L1","graduate":"G1","posting":"P1","status":"confirmed"})"));
  CHECK(service->snapshot()->counts().seats_open == 0);
  REQUIRE(service->remove(Collection::graduates, "G1"));
  CHECK(service->get(Collection::placements, "L1").error().code == ErrorCode::not_found);
  CHECK(service->snapshot()->counts().placements == 0);
  CHECK(service->snapshot()->counts().seats_open == 1);
}

TEST_CASE("a retired code is replaced and the writer told") {
  const TemporaryDirectory directory;
  auto service = open_service(directory.path());
  const auto outcome = service->put(Collection::schools, "S1",
                                    R"({"id":"S1","name":"学校","kind":"university","region":"110103"})");
  REQUIRE(outcome);
  REQUIRE(outcome->notices.size() == 1);
  CHECK(outcome->notices[0] == Replacement{.field = "region", .from = "110103", .to = "110101"});
  CHECK(has(service->get(Collection::schools, "S1")->json, R"("region":"110101")"));
}

TEST_CASE("a bad record is refused before it reaches the writer") {
  const TemporaryDirectory directory;
  auto service = open_service(directory.path());
  int calls = 0;
  service->put_async(Collection::schools, "S1", "{", {}, [&](const Result<WriteOutcome>& outcome) {
    ++calls;
    CHECK(code_of(outcome) == ErrorCode::invalid_json);
  });
  CHECK(calls == 1);
}
