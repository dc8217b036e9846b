#include <algorithm>

#include <fmt/format.h>

#include "tests/server/api.hpp"

namespace talentmatch::testing {
namespace {

std::string schools(int from, int to) {
  std::string text;
  for (int i = from; i < to; ++i) text += school(fmt::format("S{:06}", i)) + "\n";
  return text;
}

std::string chunked(std::string_view bytes, std::size_t piece) {
  std::string out;
  for (; !bytes.empty(); bytes.remove_prefix(std::min(piece, bytes.size()))) {
    const auto part = bytes.substr(0, piece);
    out += fmt::format("{:x}\r\n{}\r\n", part.size(), part);
  }
  return out + "0\r\n\r\n";
}

}  // namespace

TEST_CASE("an import answers line by line, in order, then with the totals") {
  Api api(false);
  const auto answer =
      api.ask("POST", "/v1/schools/import", school("S1") + "\n{\"id\":\"S2\"}\nnonsense\n" + school("S3"),
              "Content-Type: application/x-ndjson\r\n");
  INFO(answer.body);
  CHECK(answer.status == 200);
  CHECK(answer.field("content-type") == "application/x-ndjson");
  CHECK(answer.body.starts_with(
      "{\"line\":1,\"id\":\"S1\",\"status\":\"created\"}\n"
      "{\"line\":2,\"id\":\"S2\",\"status\":\"rejected\",\"code\":\"missing_field\",\"field\":\"name\""));
  CHECK(has(answer.body, "{\"line\":3,\"id\":null,\"status\":\"rejected\",\"code\":\"invalid_json\""));
  CHECK(answer.body.ends_with(
      R"({"totals":{"lines":4,"created":2,"updated":0,"unchanged":0,"removed":0,"rejected":2}})"
      "\n"));
  CHECK(api.get("/v1/schools/S3").status == 200);
}

TEST_CASE("a chunked import of many lines, not read until its end, comes back as it went in") {
  Api api(false);
  const auto lines = schools(0, 100'000);
  HttpClient client(api.port());
  REQUIRE(client.send(
      "POST /v1/schools/import HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n"));
  REQUIRE(client.send(chunked(lines, 7777)));
  const auto answer = client.receive();
  REQUIRE(answer);
  CHECK(answer->whole);
  CHECK(std::ranges::count(answer->body, '\n') == 100'001);
  CHECK(has(answer->body, R"("created":100000)"));
  const auto whole = api.get("/v1/schools/export");
  CHECK(whole.status == 200);
  CHECK((whole.body == lines));
}

TEST_CASE("replace makes the collection exactly the file, or leaves it") {
  Api api(false);
  REQUIRE(api.ask("POST", "/v1/schools/import", schools(0, 10)).status == 200);
  const auto refused = api.ask("POST", "/v1/schools/import?mode=replace", schools(5, 15) + "nonsense\n");
  CHECK(has(refused.body, R"("swapped":false)"));
  CHECK(api.get("/v1/schools/export").body == schools(0, 10));
  const auto swapped = api.ask("POST", "/v1/schools/import?mode=replace&results=errors", schools(5, 15));
  CHECK(has(swapped.body, R"("swapped":true)"));
  CHECK(std::ranges::count(swapped.body, '\n') == 1);
  CHECK(api.get("/v1/schools/export").body == schools(5, 15));
}

TEST_CASE("what an import cannot mean is refused before it begins") {
  Api api(false);
  CHECK(api.ask("POST", "/v1/schools/import?mode=append", school("S1")).status == 400);
  CHECK(api.ask("POST", "/v1/schools/import?results=some", school("S1")).status == 400);
  CHECK(api.ask("POST", "/v1/schools/import?dry=1", school("S1")).status == 400);
  CHECK(api.ask("POST", "/v1/schools/import", "a,b", "Content-Type: text/csv\r\n").status == 415);
  CHECK(api.ask("POST", "/v1/offices/import", "x").status == 404);
  CHECK(api.get("/v1/schools/export?format=csv").status == 400);
  CHECK(api.get("/v1/schools/export").body.empty());
}

TEST_CASE("an import cut in the middle keeps what it acknowledged, and whole lines only") {
  Api api(false);
  {
    HttpClient client(api.port());
    REQUIRE(client.send(
        "POST /v1/schools/import HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100000000\r\n\r\n"));
    REQUIRE(client.send(schools(0, 50'000) + R"({"id":"S9","na)"));
    client.half_close();
    const auto answer = client.receive();
    REQUIRE(answer);
    CHECK_FALSE(has(answer->body, "totals"));
    CHECK(has(answer->body, "\"error\""));
  }
  const auto kept = api.get("/v1/schools/export").body;
  CHECK((schools(0, 50'000).starts_with(kept)));
  CHECK(api.get("/v1/schools/S9").status == 404);
}

}  // namespace talentmatch::testing
