#include <array>
#include <utility>

#include <fmt/format.h>

#include "tests/server/api.hpp"

namespace talentmatch::testing {

TEST_CASE("a record is created, read, updated and removed") {
  Api api;
  const auto created = api.ask("PUT", "/v1/graduates/G9", graduate("G9"));
  CHECK(created.status == 201);
  CHECK(created.body == R"({"id":"G9","status":"created"})");
  const auto read = api.get("/v1/graduates/G9");
  CHECK(read.status == 200);
  CHECK(read.body == graduate("G9"));
  CHECK(read.field("etag") == created.field("etag"));
  CHECK(read.field("cache-control") == "no-store");
  CHECK(api.ask("PUT", "/v1/graduates/G9", graduate("G9")).body == R"({"id":"G9","status":"unchanged"})");
  const auto updated = api.ask("PUT", "/v1/graduates/G9", graduate("G9", R"(,"opt_out":true)"));
  CHECK(updated.status == 200);
  CHECK(updated.body == R"({"id":"G9","status":"updated"})");
  CHECK(updated.field("etag") != created.field("etag"));
  const auto removed = api.ask("DELETE", "/v1/graduates/G9");
  CHECK(removed.status == 200);
  CHECK(removed.body == R"({"id":"G9","status":"removed"})");
  CHECK(api.get("/v1/graduates/G9").status == 404);
  CHECK(api.ask("DELETE", "/v1/graduates/G9").status == 404);
}

TEST_CASE("every kind of record is created, read and removed") {
  Api api;
  const std::array records{
      std::pair{"schools", school("N1")},
      std::pair{"employers", employer("N1")},
      std::pair{"ties", std::string(R"({"id":"N1","school":"S1","employer":"E1","kind":"agreement"})")},
      std::pair{"graduates", graduate("N1")},
      std::pair{"postings", posting("N1")},
  };
  for (const auto& [collection, record] : records) {
    const auto path = fmt::format("/v1/{}/N1", collection);
    INFO(path);
    CHECK(api.ask("PUT", path, record).status == 201);
    CHECK(api.get(path).status == 200);
    CHECK(api.ask("DELETE", path).body == R"({"id":"N1","status":"removed"})");
    CHECK(api.get(path).status == 404);
  }
}

TEST_CASE("etags guard against lost updates and spare reading twice") {
  Api api;
  const std::string first = api.get("/v1/schools/S1").field("etag");
  const auto match = [&](const std::string& etag) { return "If-Match: " + etag + "\r\n"; };
  const auto unchanged = api.ask("GET", "/v1/schools/S1", "", "If-None-Match: " + first + "\r\n");
  CHECK(unchanged.status == 304);
  CHECK(unchanged.field("etag") == first);
  CHECK(api.ask("PUT", "/v1/schools/S1", school("S1"), match("\"other\"")).status == 412);
  const std::string renamed = R"({"id":"S1","name":"新校名","kind":"junior_college","region":"410100"})";
  const auto updated = api.ask("PUT", "/v1/schools/S1", renamed, match(first));
  CHECK(updated.status == 200);
  CHECK(api.ask("PUT", "/v1/schools/S1", school("S1"), match(first)).status == 412);
  CHECK(api.ask("DELETE", "/v1/schools/S1", "", match(first)).status == 412);
  CHECK(api.ask("PUT", "/v1/schools/S9", school("S9"), match("*")).status == 412);
  CHECK(api.get("/v1/schools/S1").body == renamed);
}

TEST_CASE("what is wrong with a body has its status, code and field") {
  Api api;
  const auto put = [&](std::string_view body) { return api.ask("PUT", "/v1/graduates/G9", body); };
  const auto check = [&](const HttpAnswer& answer, unsigned status, std::string_view code,
                         std::string_view field) {
    INFO(answer.body);
    CHECK(answer.status == status);
    CHECK(answer.field("content-type") == "application/json");
    CHECK(has(answer.body, "{\"error\":{\"code\":\"" + std::string(code) + "\""));
    if (!field.empty()) CHECK(has(answer.body, "\"field\":\"" + std::string(field) + "\""));
  };
  check(put("{"), 400, "invalid_json", "");
  check(put("[]"), 400, "not_an_object", "");
  check(put("{\"id\":\"\xff\"}"), 400, "invalid_utf8", "");
  check(put(graduate("G9", R"(,"surname":"x")")), 422, "unknown_field", "surname");
  check(put(graduate("G9", R"(,"home":"999999")")), 422, "unknown_region", "home");
  check(put(graduate("G9", R"(,"expected_pay":0)")), 422, "out_of_range", "expected_pay");
  check(put(graduate("G8")), 422, "id_mismatch", "id");
  check(put(R"({"id":"G9","school":"S9","major":"510201","level":"junior_college","year":2026})"), 422,
        "unknown_reference", "school");
  check(api.ask("DELETE", "/v1/schools/S1"), 409, "in_use", "");
  check(api.get("/v1/graduates/G9"), 404, "not_found", "");
  check(api.get("/v1/graduates/G1?colour=red"), 400, "invalid_option", "colour");
  check(api.ask("PUT", "/v1/graduates/G9?colour=red", graduate("G9")), 400, "invalid_option", "colour");
  CHECK(api.ask("PUT", "/v1/graduates/G9", "a,b", "Content-Type: text/csv\r\n").status == 415);
  CHECK(api.ask("POST", "/v1/graduates/G9", "{}").status == 405);
  CHECK(api.get("/v1/placements/X1").status == 404);
  CHECK(has(api.ask("PUT", "/v1/graduates/G9?lang=zh", "{").body, "不是有效的"));
}

TEST_CASE("a retired code that was replaced is told") {
  Api api;
  const auto answer = api.ask("PUT", "/v1/graduates/G9", graduate("G9", R"(,"home":"110201")"));
  CHECK(answer.status == 201);
  CHECK(has(answer.body, R"("notices":[{"field":"home","from":"110201","to":"110114"}])"));
}

}  // namespace talentmatch::testing
