// Proposals become placements only when somebody confirms them, and only if nothing has changed.

#include "tests/storage/placement_support.hpp"

using namespace talentmatch;
using namespace talentmatch::testing;

namespace {

bool is_placed(const Service& service, std::string_view id) {
  return has(service.get(Collection::graduates, id)->json, R"("status":"placed")");
}

}  // namespace

TEST_CASE("A confirmation makes all placements at once, and only once") {
  const TemporaryDirectory directory;
  const auto service = open_service(directory.path());
  put_cohort(*service);
  const auto id = text_in(placed(*service, R"({"locks":[{"graduate":"G1","posting":"P1"}]})"), "id");
  CHECK(exported(*service, Collection::placements).empty());
  CHECK_FALSE(is_placed(*service, "G1"));

  const auto before = service->snapshot()->commit();
  const auto run = confirmed(*service, id);
  CHECK(has(run, R"("confirmation":{"placements":2,"refused":[]})"));
  CHECK(service->snapshot()->commit() == before + 1);
  CHECK(is_placed(*service, "G1"));
  const auto placements = exported(*service, Collection::placements);
  CHECK(std::ranges::count(placements, '\n') == 2);
  CHECK(has(placements, R"("graduate":"G1","posting":"P1","employer":"E1","region":"410100")"));
  CHECK(has(placements, R"("status":"confirmed","source":"run")"));
  CHECK(service->snapshot()->counts().seats_open == 0);

  CHECK(confirmed(*service, id) == run);
  CHECK(exported(*service, Collection::placements) == placements);
}

TEST_CASE("What has changed since the run is refused and reported") {
  const TemporaryDirectory directory;
  const auto service = open_service(directory.path());
  put_cohort(*service);
  REQUIRE(service->put(Collection::postings, "P3", posting("P3", R"(,"pay_min":20000)")));
  const auto id = text_in(placed(*service, R"({"locks":[{"graduate":"G1","posting":"P1"},)"
                                           R"({"graduate":"G2","posting":"P2"},)"
                                           R"({"graduate":"G3","posting":"P3"}]})"),
                          "id");
  REQUIRE(service->put(Collection::graduates, "G1", graduate("G1", R"(,"wishes":["410100"])")));
  REQUIRE(service->put(Collection::postings, "P2", posting("P2", R"(,"headcount":2)")));
  REQUIRE(service->put(Collection::graduates, "G9", graduate("G9", R"(,"status":"placed")")));
  REQUIRE(service->put(Collection::placements, "X1",
                       R"({"id":"X1","graduate":"G9","posting":"P3","status":"confirmed"})"));
  const auto run = confirmed(*service, id);
  INFO(run);
  CHECK(has(run, R"("placements":0)"));
  CHECK(has(run, R"({"graduate":"G1","posting":"P1","reason":"graduate_changed"})"));
  CHECK(has(run, R"({"graduate":"G2","posting":"P2","reason":"posting_changed"})"));
  CHECK(has(run, R"({"graduate":"G3","posting":"P3","reason":"no_seat"})"));
  CHECK_FALSE(is_placed(*service, "G1"));
}

TEST_CASE("A posting or a graduate that is gone is refused") {
  const TemporaryDirectory directory;
  const auto service = open_service(directory.path());
  put_cohort(*service);
  const auto id = text_in(placed(*service, R"({"locks":[{"graduate":"G1","posting":"P1"},)"
                                           R"({"graduate":"G2","posting":"P2"}]})"),
                          "id");
  REQUIRE(service->remove(Collection::postings, "P1"));
  REQUIRE(service->remove(Collection::graduates, "G2"));
  const auto run = confirmed(*service, id);
  CHECK(has(run, R"("reason":"posting_changed")"));
  CHECK(has(run, R"("reason":"graduate_changed")"));
}

TEST_CASE("A posting deleted while a run computes stays in the run, and its pair is refused") {
  const TemporaryDirectory directory;
  const auto service = open_service(directory.path());
  put_cohort(*service);
  std::string run;
  REQUIRE(service->placements().start(R"({"locks":[{"graduate":"G1","posting":"P1"}]})", run));
  REQUIRE(service->remove(Collection::postings, "P1"));
  const auto done = finished(*service, "R1");
  CHECK(text_in(done, "state") == "done");
  CHECK(has(rows_of(*service, "R1"), "G1,P1,"));
  CHECK(has(postings_of(*service, "R1"), "\nP1,1,1,"));
  const auto confirmation = confirmed(*service, "R1");
  CHECK(has(confirmation,
            R"("placements":1,"refused":[{"graduate":"G1","posting":"P1","reason":"posting_changed"}])"));
}

TEST_CASE("A confirmation can be taken back, and made again after a restart") {
  const TemporaryDirectory directory;
  std::string graduates;
  {
    const auto service = open_service(directory.path());
    put_cohort(*service);
    graduates = exported(*service, Collection::graduates);
    placed(*service, "{}");
    confirmed(*service, "R1");
    std::string out;
    CHECK(service->placements().remove("R1", out).error().code == ErrorCode::in_use);
    REQUIRE(service->placements().undo("R1", out));
    CHECK_FALSE(has(out, "confirmation"));
    CHECK(exported(*service, Collection::placements).empty());
    CHECK(exported(*service, Collection::graduates) == graduates);
    REQUIRE(service->placements().undo("R1", out));
  }
  const auto service = open_service(directory.path());
  CHECK(has(confirmed(*service, "R1"), R"("placements":2)"));
}

TEST_CASE("Recommendation lists cannot be confirmed, nor what is not done") {
  const TemporaryDirectory directory;
  const auto service = open_service(directory.path());
  put_cohort(*service);
  std::string out;
  const auto lists = text_in(placed(*service, R"({"mode":"lists"})"), "id");
  CHECK(service->placements().confirm(lists, out).error().code == ErrorCode::invalid_option);
  const auto failed = text_in(placed(*service, R"({"choices":[{"graduate":"NOBODY"}]})"), "id");
  CHECK(service->placements().confirm(failed, out).error().code == ErrorCode::in_use);
  CHECK(service->placements().confirm("R99", out).error().code == ErrorCode::not_found);
}
