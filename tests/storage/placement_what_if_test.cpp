// What a change of seats would change: told from a kept run as a new run with that change tells it.

#include "tests/storage/placement_world.hpp"

using namespace talentmatch;
using namespace talentmatch::testing;

namespace {

// The moves of a new run with the change, as a comparison of both tells them.
std::string moved_by_new_run(Service& service, const std::string& request, const std::string& posting,
                             int by) {
  auto changed = request;
  changed.pop_back();
  changed += fmt::format(R"(,"seat_changes":[{{"posting":"{}","by":{}}}]}})", posting, by);
  const auto run = placed(service, changed);
  REQUIRE(text_in(run, "state") == "done");
  std::string difference;
  REQUIRE(service.placements().difference("R1", text_in(run, "id"), difference));
  return difference.substr(difference.find("\"moved\":"));
}

Error refusal(Service& service, const std::string& id, std::string_view posting = "P1", int by = 1,
              Language language = Language::en) {
  const auto told = what_if(service, id, posting, by, language);
  REQUIRE_FALSE(told);
  return told.error();
}

}  // namespace

TEST_CASE("What a kept run tells of other seats is what a new run does") {
  for (std::uint64_t seed = Catch::rngSeed(); seed < std::uint64_t{Catch::rngSeed()} + 4; ++seed) {
    INFO("seed " << seed);
    Draw draw(seed);
    const TemporaryDirectory directory;
    auto service = open_service(directory.path());
    put_world(*service, draw);
    const auto request = fmt::format(
        R"({{"seed":{},"policy":{{"local":{{"schools":["S1"]}}}},"bans":[{{"graduate":"G1","posting":"P0"}}]}})",
        seed % 1000);
    REQUIRE(text_in(placed(*service, request), "id") == "R1");
    for (int i = 0; i < kPostings; ++i) {
      const auto posting = fmt::format("P{}", i);
      const int by = draw.below(2) == 0 ? 1 + draw.below(3) : -1;
      CAPTURE(posting, by);
      const auto told = what_if(*service, "R1", posting, by);
      if (!told) FAIL(message(told.error(), Language::en));
      CHECK(told->ends_with(moved_by_new_run(*service, request, posting, by)));
      // R1 again, that is not held any more, and after a restart from the store alone.
      CHECK(what_if(*service, "R1", posting, by).value() == *told);
      if (i > 0) continue;
      service.reset();
      service = open_service(directory.path());
      const auto waiting = waiting_at(*service, "R1", posting, 1000);
      CHECK(what_if(*service, "R1", posting, by).value() == *told);
      CHECK(waiting_at(*service, "R1", posting, 1000) == waiting);
      service->placements().keep_ready();
    }
  }
}

TEST_CASE("The answer counts who comes off better and worse") {
  const TemporaryDirectory directory;
  const auto service = open_service(directory.path());
  put_cohort(*service);
  placed(*service, R"({"seed":7})");
  const auto more = what_if(*service, "R1", "P1", 1);
  REQUIRE(more);
  CHECK(more->starts_with(R"({"run":"R1","version":")"));
  CHECK(has(*more, R"("posting":"P1","seats":{"before":1,"after":2},"counts":{"moved":2,"placed":1,)"
                   R"("unplaced":0,"improved":2,"worse":0},"moved":[{"graduate":"G)"));
  CHECK(has(*more, R"("before":"P2","after":"P1"})"));
  CHECK(has(*more, R"("before":null,"after":"P2"})"));
  const auto fewer = what_if(*service, "R1", "P1", -1);
  REQUIRE(fewer);
  CHECK(has(*fewer, R"("seats":{"before":1,"after":0},"counts":{"moved":)"));
  CHECK(has(*fewer, R"("placed":0,"unplaced":1,"improved":0,"worse":)"));
  CHECK(has(*what_if(*service, "R1", "P1", 0), R"("counts":{"moved":0,"placed":0,"unplaced":0,)"
                                               R"("improved":0,"worse":0},"moved":[]})"));
}

TEST_CASE("What a kept run cannot tell needs a new run, and the refusal says so") {
  const TemporaryDirectory directory;
  const auto service = open_service(directory.path());
  put_order_class(*service);
  struct Case {
    const char* request;
    const char* field;
  };
  for (const Case& one : std::initializer_list<Case>{
           {R"({"mode":"max_score"})", "mode"},
           {R"({"mode":"lists"})", "mode"},
           {R"({"choices":[{"graduate":"G1","choices":["P1"]}]})", "choices"},
           {R"({"policy":{"reserve":{"percent":20,"group":{"levels":["secondary"]}}}})", "policy.reserve"},
           {R"({"priority_groups":[{"graduate":"G2","group":1}]})", "priority_groups"}}) {
    const auto id = text_in(placed(*service, one.request), "id");
    const auto error = refusal(*service, id);
    CAPTURE(one.request);
    CHECK(error.code == ErrorCode::invalid_option);
    CHECK(error.field == one.field);
    CHECK(has(message(error, Language::en), "start a new run with seat_changes"));
    CHECK(has(message(refusal(*service, id, "P1", 1, Language::zh), Language::zh),
              "请另作一次带 seat_changes 的运行"));
  }
}

TEST_CASE("A run of other data is not asked what if: a change, a confirmation and its undoing end it") {
  const TemporaryDirectory directory;
  const auto service = open_service(directory.path());
  put_cohort(*service);
  placed(*service, R"({"seed":7})");
  REQUIRE(what_if(*service, "R1", "P1", 1));
  REQUIRE(service->put(Collection::postings, "P9", posting("P9")));
  const auto error = refusal(*service, "R1");
  CHECK(error.code == ErrorCode::precondition_failed);
  CHECK(error.field == "version");
  CHECK(has(message(error, Language::en), "start a new run with seat_changes"));
  placed(*service, R"({"seed":7})");
  REQUIRE(what_if(*service, "R2", "P9", 1));
  confirmed(*service, "R2");
  CHECK(refusal(*service, "R2").code == ErrorCode::precondition_failed);
  std::string run;
  REQUIRE(service->placements().undo("R2", run));
  CHECK(refusal(*service, "R2").code == ErrorCode::precondition_failed);
}

TEST_CASE("A posting that is not there, took no part or has too few seats") {
  const TemporaryDirectory directory;
  const auto service = open_service(directory.path());
  put_cohort(*service);
  REQUIRE(service->put(Collection::postings, "P8", posting("P8", R"(,"status":"closed")")));
  placed(*service, R"({"locks":[{"graduate":"G1","posting":"P1"}]})");
  CHECK(refusal(*service, "R1", "NONE").code == ErrorCode::not_found);
  CHECK(refusal(*service, "R1", "P8").code == ErrorCode::infeasible);
  CHECK(refusal(*service, "R1", "P1", -1).code == ErrorCode::infeasible);
  CHECK(refusal(*service, "R1", "P2", -2).field == "seats");
  CHECK(refusal(*service, "R9").code == ErrorCode::not_found);
}
