#include "tests/server/api.hpp"

namespace talentmatch::testing {

TEST_CASE("recommendations and candidates have the shape of spec 4") {
  Api api;
  const auto postings = api.get("/v1/graduates/G1/recommendations?k=2");
  INFO(postings.body);
  CHECK(postings.status == 200);
  CHECK(has(postings.body,
            R"("as_of":"2026-06-01","perspective":"mutual","weights":{"employer":{"major":500)"));
  CHECK(has(postings.body, R"("results":[{"posting":"P1","score":)"));
  CHECK_FALSE(has(postings.body, "reasons"));
  const auto graduates = api.get("/v1/postings/P1/candidates?explain=true&lang=zh");
  CHECK(graduates.status == 200);
  CHECK(has(graduates.body, R"("results":[{"graduate":"G2","score":)"));
  CHECK(has(graduates.body, R"("reasons":[{"view":"employer","component":"major")"));
}

TEST_CASE("an answer is repeated until the data changes, and in its language only") {
  Api api;
  const std::string target = "/v1/graduates/G1/recommendations?k=2&explain=true";
  const auto repeated = [&] {
    const auto text = api.get("/metrics").body;
    constexpr std::string_view kName = "\ntalentmatch_http_answers_repeated_total ";
    return std::stoi(text.substr(text.find(kName) + kName.size()));
  };
  const auto first = api.get(target).body;
  CHECK(repeated() == 0);
  CHECK(api.get(target).body == first);
  CHECK(repeated() == 1);
  CHECK(api.ask("HEAD", target).status == 200);
  CHECK(repeated() == 2);
  const auto chinese = api.ask("GET", target, {}, "Accept-Language: zh\r\n").body;
  CHECK(chinese != first);
  CHECK(api.ask("GET", target, {}, "Accept-Language: zh\r\n").body == chinese);
  CHECK(repeated() == 3);

  REQUIRE(has(first, "\"P1\""));
  CHECK(api.ask("DELETE", "/v1/postings/P1").status == 200);
  const auto changed = api.get(target).body;
  CHECK_FALSE(has(changed, "\"P1\""));
  CHECK(repeated() == 3);
  CHECK(api.get("/v1/graduates/G9/recommendations").status == 404);
  CHECK(api.get("/v1/graduates/G9/recommendations").status == 404);
  CHECK(repeated() == 3);
}

TEST_CASE("a cursor goes on where a page ended") {
  Api api;
  const auto first = api.get("/v1/graduates/G1/recommendations?k=2").body;
  const auto mark = first.find("\"cursor\":\"") + 10;
  const auto cursor = first.substr(mark, first.find('"', mark) - mark);
  const auto second = api.get("/v1/graduates/G1/recommendations?k=2&cursor=" + cursor).body;
  CHECK(has(first, "\"P2\""));
  CHECK_FALSE(has(second, "\"P2\""));
  CHECK(has(second, "\"P3\""));
  CHECK(has(second, "\"version_changed\":false"));
}

TEST_CASE("a graduate who may not be proposed is answered with the gate") {
  Api api;
  const auto answer = api.get("/v1/graduates/G3/recommendations");
  CHECK(answer.status == 200);
  CHECK(has(answer.body, R"("results":[],"gates":[{"code":"GRADUATE_UNAVAILABLE")"));
}

TEST_CASE("options that are none are refused by name") {
  Api api;
  const auto refused = [&](std::string_view target, std::string_view code, std::string_view field) {
    const auto answer = api.get(target);
    INFO(answer.body);
    CHECK(answer.status == 400);
    CHECK(has(answer.body, "\"code\":\"" + std::string(code) + "\""));
    if (!field.empty()) CHECK(has(answer.body, "\"field\":\"" + std::string(field)));
  };
  const std::string graduate = "/v1/graduates/G1/recommendations?";
  refused(graduate + "k=0", "invalid_option", "k");
  refused(graduate + "k=1&k=2", "invalid_option", "k");
  refused(graduate + "colour=red", "invalid_option", "colour");
  refused(graduate + "schools=S1", "invalid_option", "schools");
  refused(graduate + "weights=employer.major:999", "invalid_weights", "");
  refused(graduate + "cursor=x", "invalid_cursor", "");
  refused(graduate + "regions=999999", "unknown_region", "regions");
  refused("/v1/postings/P1/candidates?max_per_employer=1", "invalid_option", "max_per_employer");
  refused("/v1/explain?graduate=G1", "invalid_option", "posting");
  CHECK(api.get("/v1/graduates/G9/recommendations").status == 404);
  CHECK(api.get("/v1/postings/P9/candidates").status == 404);
  CHECK(api.get("/v1/explain?graduate=G1&posting=P9").status == 404);
}

TEST_CASE("an explanation") {
  Api api;
  const auto answer = api.get("/v1/explain?graduate=G1&posting=P1&weights=employer.major:600,employer.tie:0");
  INFO(answer.body);
  CHECK(answer.status == 200);
  CHECK(has(answer.body, R"("graduate":"G1","posting":"P1","proposed":true)"));
  CHECK(has(answer.body, R"("employer":{"major":600,"certificates":300,"level":100,"tie":0})"));
}

TEST_CASE("gaps of a graduate and relaxations of a posting") {
  Api api;
  const auto gaps = api.get("/v1/graduates/G1/gaps?k=2&lang=zh");
  INFO(gaps.body);
  CHECK(gaps.status == 200);
  CHECK(has(gaps.body, R"("as_of":"2026-06-01","graduate":"G1","perspective":"mutual","weights":{)"));
  CHECK(has(gaps.body, R"("k":2,"changes":[],"without_effect":)"));
  api.ask("PUT", "/v1/postings/P6",
          posting("P6", R"(,"kind":"internship","min_level":"bachelor","majors_strict":true)"));
  api.ask("PUT", "/v1/postings/P7", posting("P7", R"(,"min_level":"bachelor")"));
  const auto more = api.get("/v1/graduates/G1/gaps?k=5&perspective=graduate");
  INFO(more.body);
  CHECK_FALSE(has(more.body, R"("kind":"internship")"));  // the level bars it as well
  const auto relaxed = api.get("/v1/postings/P7/relaxations?k=1");
  INFO(relaxed.body);
  CHECK(relaxed.status == 200);
  CHECK(has(relaxed.body, R"("changes":[{"change":"min_level","level":"junior_college","opens":2,)"
                          R"("kth_score_before":null,"kth_score_after":)"));
  CHECK(has(relaxed.body, "If the least level were junior college, 2 more graduates can be proposed;"));
}

TEST_CASE("explanations and counterfactuals are about all pairs: no filters, no pages") {
  Api api;
  for (const std::string target :
       {"/v1/explain?graduate=G1&posting=P1&", "/v1/graduates/G1/gaps?", "/v1/postings/P1/relaxations?"}) {
    for (const std::string option :
         {"min_score=1", "exclude=P2", "cursor=x", "explain=true", "k=0", "graduates=1"}) {
      const auto answer = api.get(target + option);
      INFO(target << option << ' ' << answer.body);
      CHECK(answer.status == 400);
      CHECK(has(answer.body, R"("code":"invalid_option")"));
      CHECK(has(answer.body, R"("field":")" + option.substr(0, option.find('=')) + '"'));
    }
  }
  CHECK(has(api.get("/v1/graduates/G3/gaps").body, R"("changes":[],"without_effect":0,"gates":[{"code":)"));
  CHECK(api.get("/v1/graduates/G9/gaps").status == 404);
  CHECK(api.get("/v1/postings/P9/relaxations").status == 404);
}

TEST_CASE("the rankings of everybody are a stream of lines") {
  Api api;
  const auto answer = api.get("/v1/recommendations/export?k=1");
  INFO(answer.body);
  CHECK(answer.status == 200);
  CHECK(answer.field("content-type") == "application/x-ndjson");
  CHECK(std::ranges::count(answer.body, '\n') == 3);
  CHECK(answer.body.starts_with(R"({"graduate":"G1","version":")"));
  CHECK(has(answer.body, R"({"graduate":"G3","version":")"));
  CHECK(std::ranges::count(api.get("/v1/candidates/export?k=2&schools=S1").body, '\n') == 5);
  CHECK(api.get("/v1/recommendations/export?k=0").status == 400);
  CHECK(api.get("/v1/recommendations/export?schools=S1").status == 400);
  const auto first = api.get("/v1/graduates/G1/recommendations?k=2").body;
  const auto mark = first.find("\"cursor\":\"") + 10;
  const auto cursor = first.substr(mark, first.find('"', mark) - mark);
  CHECK(api.get("/v1/recommendations/export?cursor=" + cursor).status == 400);
}

TEST_CASE("a batch answers each item by itself") {
  Api api;
  const auto answer = api.ask(
      "POST", "/v1/recommendations?k=1",
      R"({"items":[{"graduate":"G1"},{"graduate":"G9"},{"profile":{"major":"510201","level":"bachelor","year":2026},"k":3}]})");
  INFO(answer.body);
  CHECK(answer.status == 200);
  CHECK(answer.body.starts_with(R"({"items":[{"version":)"));
  CHECK(has(answer.body, R"({"error":{"code":"not_found")"));
  CHECK(api.ask("POST", "/v1/candidates", R"({"items":[{"posting":"P1"}],"k":2})").status == 200);
  CHECK(api.ask("POST", "/v1/recommendations", "{").status == 400);
  CHECK(api.ask("POST", "/v1/recommendations", R"({"items":[],"k":2})").status == 400);
  CHECK(api.ask("POST", "/v1/recommendations", R"({"items":[{"graduate":"G1"}],"k":0})").status == 400);
  CHECK(api.get("/v1/recommendations").status == 405);
}

TEST_CASE("the numbers of the market") {
  Api api;
  const auto answer = api.get("/v1/stats");
  CHECK(answer.status == 200);
  CHECK(has(answer.body, R"("schools":2,"graduates":3,"employers":2,"postings":5,"ties":1)"));
  CHECK(api.get("/v1/stats?k=1").status == 400);
}

}  // namespace talentmatch::testing
