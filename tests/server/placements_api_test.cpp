#include <chrono>
#include <thread>

#include "tests/server/api.hpp"

namespace talentmatch::testing {
namespace {

// The answer of the run when it is over.
HttpAnswer finished(Api& api, const std::string& target) {
  while (true) {
    auto answer = api.get(target);
    if (!has(answer.body, R"("state":"queued")") && !has(answer.body, R"("state":"running")")) return answer;
    std::this_thread::sleep_for(std::chrono::milliseconds(2));
  }
}

const std::string kLongRun = R"({"mode":"max_score","exact":true,"length":1000})";

// Of one major and one place, so that an optimum takes its time.
void put_large_cohort(Api& api) {
  api.ask("PUT", "/v1/schools/S1", school("S1"));
  api.ask("PUT", "/v1/employers/E1", employer("E1"));
  std::string graduates;
  std::string postings;
  for (int i = 0; i < 4000; ++i) {
    const auto number = std::to_string(i);
    graduates += graduate("G" + number, R"(,"expected_pay":)" + std::to_string(3000 + 7 * i % 9000)) + "\n";
    postings += posting("P" + number, R"(,"pay_min":)" + std::to_string(3000 + 11 * i % 9000)) + "\n";
  }
  REQUIRE(api.ask("POST", "/v1/graduates/import?results=errors", graduates).status == 200);
  REQUIRE(api.ask("POST", "/v1/postings/import?results=errors", postings).status == 200);
}

// R1, under way.
void start_long_run(Api& api) {
  put_large_cohort(api);
  api.ask("POST", "/v1/placements", kLongRun);
  while (!has(api.get("/v1/placements/R1").body, R"("state":"running")")) std::this_thread::yield();
}

}  // namespace

TEST_CASE("a run is accepted, polled, read, confirmed and taken back") {
  Api api;
  const auto accepted = api.ask("POST", "/v1/placements", R"({"seed":5})");
  INFO(accepted.body);
  CHECK(accepted.status == 202);
  CHECK(accepted.body.starts_with(R"({"id":"R1","state":")"));
  const auto done = finished(api, "/v1/placements/R1");
  CHECK(done.status == 200);
  CHECK(has(done.body, R"("state":"done","progress":1000)"));
  const auto listed = api.get("/v1/placements").body;
  CHECK(
      listed.starts_with(R"({"runs":[{"id":"R1","state":"done","progress":1000,"mode":"stable","version":)"));
  CHECK(listed.ends_with(R"("confirmed":false}]})"));
  CHECK_FALSE(has(listed, R"("report")"));

  const auto rows = api.get("/v1/placements/R1/assignments");
  CHECK(rows.status == 200);
  CHECK(rows.field("content-type") == "application/x-ndjson");
  CHECK(rows.body.starts_with(R"({"graduate":"G1",)"));
  const auto table = api.get("/v1/placements/R1/assignments?format=csv");
  CHECK(table.field("content-type") == "text/csv; charset=utf-8");
  CHECK(table.body.starts_with("graduate,posting,"));
  const auto postings = api.get("/v1/placements/R1/postings");
  CHECK(postings.field("content-type") == "application/x-ndjson");
  CHECK(postings.body.starts_with(R"({"posting":"P1","seats":1,)"));
  const auto outcomes = api.get("/v1/placements/R1/postings?format=csv");
  CHECK(outcomes.field("content-type") == "text/csv; charset=utf-8");
  CHECK(outcomes.body.starts_with("posting,seats,"));
  CHECK(has(api.get("/v1/placements/R1/explain?graduate=G1").body, R"("assignments":[{"graduate":"G1",)"));

  const auto why = api.get("/v1/placements/R1/explain?graduate=G1&posting=P5");
  CHECK(why.status == 200);
  CHECK(has(why.body, R"("wishes":[{"posting":"P5","outcome":"not_asked","employer_view":)"));
  CHECK(has(why.body, "a posting that is wanted more was granted"));
  CHECK(has(api.get("/v1/placements/R1/explain?graduate=G1&posting=P5&lang=zh").body, "未投递"));
  CHECK(has(api.get("/v1/placements/R1/explain?graduate=G1&wishes=1").body, R"("wishes":[{"posting":"P1",)"));
  const auto waiting = api.get("/v1/placements/R1/waiting?posting=P1&most=5");
  CHECK(waiting.body.starts_with(R"({"run":"R1","version":)"));
  CHECK(
      has(waiting.body, R"("posting":"P1","seats":1,"reserved":0,"changed":false,"waiting":[{"graduate":)"));

  const auto more = api.get("/v1/placements/R1/what-if?posting=P1&seats=2");
  CHECK(more.status == 200);
  CHECK(has(more.body, R"("posting":"P1","seats":{"before":1,"after":3},"counts":{"moved":)"));
  CHECK(has(more.body, R"("worse":0},"moved":[{"graduate":)"));
  CHECK(api.get("/v1/placements/R1/what-if?posting=P1&seats=%2B2").body == more.body);
  CHECK(api.get("/v1/placements/R1/what-if?posting=P1&seats=+2").body == more.body);
  CHECK(has(api.get("/v1/placements/R1/what-if?posting=P1&seats=-1").body, R"("after":0},)"));
  const auto too_few = api.get("/v1/placements/R1/what-if?posting=P1&seats=-2");
  CHECK(too_few.status == 422);
  CHECK(has(too_few.body, R"("code":"infeasible")"));
  CHECK(has(too_few.body, R"("field":"seats")"));
  CHECK(api.get("/v1/placements/R1/what-if?posting=NONE&seats=1").status == 404);
  CHECK(api.get("/v1/placements/R1/what-if?posting=P1").status == 400);
  CHECK(has(api.get("/v1/placements/R1/what-if?posting=P1&seats=many").body, R"("field":"seats")"));
  for (const auto* seats : {"1.5", "--1", "+-1", "", "1001", "-1001", "%2B"}) {
    CHECK(api.get("/v1/placements/R1/what-if?posting=P1&seats=" + std::string(seats)).status == 400);
  }
  CHECK(api.get("/v1/placements/R1/what-if?posting=P1&seats=1&most=2").status == 400);

  api.ask("POST", "/v1/placements", R"({"scope":{"schools":["S2"]}})");
  finished(api, "/v1/placements/R2");
  CHECK(api.get("/v1/placements/R1/diff?with=R1").body == R"({"run":"R1","with":"R1","moved":[]})");
  CHECK(has(api.get("/v1/placements/R1/diff?with=R2").body, R"("moved":[{"graduate":"G1","before":)"));
  CHECK(api.get("/v1/placements/R1/diff").status == 400);
  CHECK(api.get("/v1/placements/R1/diff?with=R9").status == 404);

  const auto confirmed = api.ask("POST", "/v1/placements/R1/confirm");
  CHECK(confirmed.status == 200);
  CHECK(has(confirmed.body, R"("confirmation":{"placements":)"));
  CHECK(api.ask("POST", "/v1/placements/R1/confirm").body == confirmed.body);
  CHECK(api.ask("DELETE", "/v1/placements/R1").status == 409);
  const auto outdated = api.get("/v1/placements/R1/what-if?posting=P1&seats=1&lang=zh");
  CHECK(outdated.status == 412);
  CHECK(has(outdated.body, R"("code":"precondition_failed")"));
  CHECK(has(outdated.body, R"("field":"version")"));
  CHECK(has(outdated.body, "请另作一次带 seat_changes 的运行"));
  CHECK(api.ask("DELETE", "/v1/placements/R1/confirm").status == 200);
  CHECK(api.ask("DELETE", "/v1/placements/R1").status == 200);
  CHECK(api.get("/v1/placements/R1").status == 404);
}

TEST_CASE("what a placement cannot mean is refused") {
  Api api;
  CHECK(api.ask("POST", "/v1/placements", "nonsense").status == 400);
  CHECK(api.ask("POST", "/v1/placements", R"({"mode":"best"})").status == 422);
  CHECK(api.ask("POST", "/v1/placements?seed=1", "{}").status == 400);
  CHECK(api.get("/v1/placements/R1").status == 404);
  CHECK(api.get("/v1/placements/R1/assignments").status == 404);
  CHECK(api.ask("POST", "/v1/placements/nothing/confirm").status == 404);
  api.ask("POST", "/v1/placements", R"({"choices":[{"graduate":"G1","choices":["NOWHERE"]}]})");
  const auto failed = finished(api, "/v1/placements/R1");
  CHECK(has(failed.body, R"("failure":{"error":{"code":"unknown_reference")"));
  CHECK(api.get("/v1/placements/R1/assignments").status == 409);
  CHECK(api.get("/v1/placements/R1/assignments?format=xml").status == 400);
  CHECK(api.get("/v1/placements/R1/postings").status == 409);
  CHECK(api.get("/v1/placements/R1/postings?format=xml").status == 400);
  CHECK(api.get("/v1/placements/R1/postings?posting=P1").status == 400);
  CHECK(api.get("/v1/placements/R1/explain").status == 400);
  CHECK(api.get("/v1/placements/R1/explain?graduate=G1&wish=P1").status == 400);
  CHECK(api.get("/v1/placements/R1/explain?graduate=G1&wishes=0").status == 400);
  CHECK(api.get("/v1/placements/R1/explain?graduate=G1&wishes=101").status == 400);
  CHECK(api.get("/v1/placements/R1/explain?graduate=G1&posting=P1&wishes=2").status == 400);
  CHECK(api.get("/v1/placements/R1/explain?graduate=G1").status == 409);
  CHECK(api.get("/v1/placements/R1/waiting").status == 400);
  CHECK(has(api.get("/v1/placements/R1/waiting?posting=P1&most=many").body, R"("field":"most")"));
  CHECK(api.get("/v1/placements/R1/waiting?posting=P1").status == 409);
  CHECK(api.get("/v1/placements/R9/waiting?posting=P1").status == 404);
}

TEST_CASE("the lists of a whole cohort may be longer than other bodies, within a limit") {
  Api api;
  const auto body_of = [](std::size_t blanks) {
    return R"({"choices":[)" + std::string(blanks, ' ') + R"({"graduate":"G1","choices":["P2"]}]})";
  };
  const auto accepted = api.ask("POST", "/v1/placements", body_of(Limits().body + 1));
  INFO(accepted.body);
  CHECK(accepted.status == 202);
  CHECK(accepted.field("content-type") == "application/json");
  finished(api, "/v1/placements/R1");
  CHECK(has(api.get("/v1/placements/R1/assignments").body, R"({"graduate":"G1","posting":"P2")"));
  const auto refused = api.ask("POST", "/v1/placements", body_of(Api::kPlacementBody));
  CHECK(refused.status == 413);
  CHECK(has(refused.body, R"("code":"too_large")"));
  CHECK(api.get("/v1/placements/R2").status == 404);
}

TEST_CASE("runs wait for their turn up to a number and an amount of lists") {
  constexpr int kMost = 9;  // one at work, eight wait; some may be over meanwhile
  Api api(false);
  start_long_run(api);
  const auto ask = [&](std::size_t blanks) {
    return api.ask("POST", "/v1/placements", kLongRun + std::string(blanks, ' '));
  };
  CHECK(ask(Api::kPlacementBodies / 2).status == 202);
  const auto refused = ask(Api::kPlacementBodies / 2);
  CHECK(refused.status == 503);
  CHECK(refused.field("retry-after") != "");
  CHECK(has(refused.body, R"("code":"busy")"));
  int taken = 2;
  while (taken < 4 * kMost && ask(0).status == 202) ++taken;
  CHECK(taken >= kMost);
  CHECK(taken < 4 * kMost);
  for (int i = 1; i <= taken; ++i) api.ask("DELETE", "/v1/placements/R" + std::to_string(i));
  for (int i = 1; i <= taken; ++i) finished(api, "/v1/placements/R" + std::to_string(i));
  CHECK(ask(Api::kPlacementBodies / 2).status == 202);
}

TEST_CASE("a run under way is cancelled over HTTP, and then removed") {
  Api api(false);
  start_long_run(api);
  const auto asked = api.ask("DELETE", "/v1/placements/R1");
  CHECK(asked.status == 200);
  CHECK(has(asked.body, R"("state":"running")"));
  const auto over = finished(api, "/v1/placements/R1");
  INFO(over.body);
  CHECK(has(over.body, R"("state":"cancelled")"));
  CHECK(has(over.body, R"("failure":{"error":{"code":"cancelled")"));
  for (const auto* answer : {"assignments", "postings", "explain?graduate=G1", "waiting?posting=P1"}) {
    CHECK(api.get("/v1/placements/R1/" + std::string(answer)).status == 409);
  }
  CHECK(api.ask("POST", "/v1/placements/R1/confirm").status == 409);
  CHECK(api.ask("DELETE", "/v1/placements/R1").status == 200);
  CHECK(api.get("/v1/placements/R1").status == 404);
}

}  // namespace talentmatch::testing
