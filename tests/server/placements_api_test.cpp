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

  api.ask("POST", "/v1/placements", R"({"scope":{"schools":["S2"]}})");
  finished(api, "/v1/placements/R2");
  CHECK(api.get("/v1/placements/R1/diff?with=R1").body == R"({"run":"R1","with":"R1","moved":[]})");
  CHECK(has(api.get("/v1/placements/R1/diff?with=R2").body, R"("moved":[{"graduate":"G1","before":)"));
  CHECK(api.get("/v1/placements/R1/diff").status == 400);
  CHECK(api.get("/v1/placements/R1/diff?with=R9").status == 404);

  const auto confirmed = api.ask("POST", "/v1/placements/R1/confirm");
  CHECK(confirmed.status == 200);
  CHECK(has(confirmed.body, R"("confirmation":{"placements":)"));
  CHECK(api.ask("DELETE", "/v1/placements/R1").status == 409);
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
}

}  // namespace talentmatch::testing
