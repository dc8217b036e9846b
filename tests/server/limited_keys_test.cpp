// What keys that are limited to a school or an employer are told, and what of a whole they may change.

#include <chrono>
#include <thread>

#include <fmt/format.h>

#include "tests/server/key_world.hpp"

namespace talentmatch::testing {

TEST_CASE("an employer is told of its candidates what it asks for, not what they wish") {
  KeyWorld world;
  const std::string_view target = "/v1/postings/P1/candidates?explain=true&lang=en";
  const auto full = world.get("read", target);
  const auto told = world.get("employer", target);
  CHECK(world.get("employer", target).body == told.body);
  CHECK(world.get("read", target).body == full.body);  // kept answers are not mixed up
  CHECK(has(full.body, R"("view":"graduate")"));
  CHECK(has(told.body, R"("graduate":"G1")"));
  CHECK(has(told.body, R"("view":"employer")"));
  for (const std::string_view personal : {R"("view":"graduate")", "expected", "wish", "home"}) {
    INFO(personal);
    CHECK_FALSE(has(told.body, personal));
  }
  const auto explained = world.get("employer", "/v1/explain?graduate=G2&posting=P1");
  CHECK(explained.status == 200);
  CHECK(has(explained.body, R"("view":"employer")"));
  CHECK_FALSE(has(explained.body, R"("view":"graduate")"));
  // Who is not proposed is as unknown.
  CHECK(world.get("read", "/v1/explain?graduate=G3&posting=P1").status == 200);
  CHECK(world.get("employer", "/v1/explain?graduate=G3&posting=P1").status == 404);
}

TEST_CASE("an employer weighs its own view only") {
  KeyWorld world;
  const std::string own = "weights=employer.major:600,employer.certificates:200";
  const std::string theirs = "weights=graduate.pay:650,graduate.region:0";
  for (const std::string path : {"/v1/postings/P1/candidates?", "/v1/explain?graduate=G1&posting=P1&",
                                 "/v1/postings/P1/relaxations?"}) {
    INFO(path);
    CHECK(world.get("employer", path + own).status == 200);
    CHECK(world.get("employer", path + theirs).status == 403);
    CHECK(world.get("read", path + theirs).status == 200);
  }
  const auto batch =
      world.ask("employer", "POST", "/v1/candidates",
                R"({"items":[{"posting":"P1","weights":{"graduate":{"pay":650,"region":0}}}]})");
  CHECK(has(batch.body, R"({"items":[{"error":{"code":"forbidden")"));
}

TEST_CASE("a batch answers for what is the key's own, item by item") {
  KeyWorld world;
  const auto candidates = world.ask("employer", "POST", "/v1/candidates?explain=true",
                                    R"({"items":[{"posting":"P1"},{"posting":"Q1"},)"
                                    R"({"profile":{"employer":"E1","region":"410100"}}]})");
  CHECK(candidates.status == 200);
  CHECK(has(candidates.body, R"({"items":[{"version":)"));
  CHECK(has(candidates.body, R"({"error":{"code":"forbidden","message":)"));
  CHECK(has(candidates.body, R"("field":"posting","value":"Q1")"));
  CHECK(has(candidates.body, R"("field":"profile")"));
  CHECK_FALSE(has(candidates.body, R"("view":"graduate")"));
  const auto recommendations =
      world.ask("school", "POST", "/v1/recommendations",
                R"({"items":[{"graduate":"G1"},{"graduate":"H1"},)"
                R"({"profile":{"major":"510201","level":"junior_college","year":2026}}]})");
  CHECK(has(recommendations.body, R"("field":"graduate","value":"H1")"));
  CHECK_FALSE(has(recommendations.body, R"("field":"profile")"));
}

TEST_CASE("an import takes the lines that are the key's own") {
  KeyWorld world;
  const auto imported = world.ask("school", "POST", "/v1/graduates/import",
                                  graduate("G1", R"(,"expected_pay":7000)") + "\n" + graduate("H1") + "\n" +
                                      graduate_of("S2", "G2") + "\n" + graduate("G9") + "\n");
  CHECK(imported.status == 200);
  CHECK(has(imported.body, R"({"line":1,"id":"G1","status":"updated"})"));
  CHECK(has(imported.body, R"({"line":2,"id":"H1","status":"rejected","code":"forbidden")"));
  CHECK(has(imported.body, R"({"line":3,"id":"G2","status":"rejected","code":"forbidden")"));
  CHECK(has(imported.body, R"({"line":4,"id":"G9","status":"created"})"));
  CHECK(has(world.get("read", "/v1/graduates/H1").body, R"("school":"S2")"));
  CHECK(has(world.get("read", "/v1/graduates/G2").body, R"("school":"S1")"));
  const auto postings =
      world.ask("employer", "POST", "/v1/postings/import", posting("Q1") + "\n" + posting("P9") + "\n");
  CHECK(has(postings.body, R"("id":"Q1","status":"rejected","code":"forbidden")"));
  CHECK(has(postings.body, R"("id":"P9","status":"created")"));
}

TEST_CASE("an export holds what is the key's own") {
  KeyWorld world;
  const auto graduates = world.get("school", "/v1/graduates/export").body;
  CHECK(has(graduates, R"("id":"G1")"));
  CHECK_FALSE(has(graduates, "H1"));
  CHECK(has(world.get("read", "/v1/graduates/export").body, R"("id":"H1")"));
  const auto own = world.get("employer", "/v1/postings/export").body;
  CHECK(has(own, R"("id":"P1")"));
  CHECK_FALSE(has(own, "Q1"));
  CHECK(has(world.get("school", "/v1/postings/export").body, R"("id":"Q1")"));
}

TEST_CASE("writes of one's own succeed") {
  KeyWorld world;
  CHECK(world.ask("school", "PUT", "/v1/graduates/G7", graduate("G7")).status == 201);
  CHECK(world.ask("school", "DELETE", "/v1/graduates/G7").status == 200);
  CHECK(world.ask("school", "DELETE", "/v1/graduates/G7").status == 404);
  CHECK(world.ask("employer", "PUT", "/v1/postings/P7", posting("P7")).status == 201);
  CHECK(world.ask("employer", "DELETE", "/v1/postings/P7").status == 200);
}

TEST_CASE("without keys only requests of this machine's own are trusted") {
  Api api;
  const auto status = [&](std::string_view host) {
    HttpClient client(api.port());
    REQUIRE(client.send(fmt::format("GET /v1/stats HTTP/1.1\r\nHost: {}\r\n\r\n", host)));
    const auto answer = client.receive();
    REQUIRE(answer);
    return answer->status;
  };
  for (const auto* host : {"localhost", "localhost:8080", "127.0.0.1:8080", "[::1]:8080", "127.0.0.1"}) {
    INFO(host);
    CHECK(status(host) == 200);
  }
  for (const auto* host :
       {"example.com", "example.com:8080", "127.evil.example", "localhost.example", "[::2]"}) {
    INFO(host);
    CHECK(status(host) == 403);
  }
}

TEST_CASE("a server that has lost its last key trusts nobody") {
  KeyWorld world;
  for (const std::string id : {"read", "write", "place", "metrics", "old", "e", "s", "admin"}) {
    REQUIRE(world.ask("admin", "DELETE", "/v1/admin/keys/" + id).status == 200);
  }
  CHECK(world.get("none", "/v1/stats").status == 401);
}

TEST_CASE("a limit that is an empty list is refused") {
  KeyWorld world;
  const auto answer =
      world.ask("admin", "POST", "/v1/admin/keys", R"({"id":"x","scopes":["read"],"schools":[]})");
  CHECK(answer.status == 422);
  CHECK(has(answer.body, "schools"));
}

TEST_CASE("a limited key does not reach what came while its request was on the way") {
  KeyWorld world;
  HttpClient slow(world.api().port());
  REQUIRE(slow.send(fmt::format("GET /v1/graduates/late HTTP/1.1\r\nHost: h\r\n{}Content-Length: 1\r\n\r\n",
                                world.bearer_of("school"))));
  std::this_thread::sleep_for(std::chrono::milliseconds(100));
  REQUIRE(world.ask("write", "PUT", "/v1/graduates/late", graduate_of("S2", "late")).status == 201);
  REQUIRE(slow.send("x"));
  const auto answer = slow.receive();
  REQUIRE(answer);
  CHECK(answer->status == 403);
}

TEST_CASE("a school's key brings no other school's ties into a profile") {
  KeyWorld world;
  const auto body = [](std::string_view school) {
    return fmt::format(
        R"({{"items":[{{"profile":{{"major":"510201","level":"junior_college","year":2026,"school":"{}"}}}}]}})",
        school);
  };
  CHECK_FALSE(has(world.ask("school", "POST", "/v1/recommendations", body("S1")).body, "forbidden"));
  CHECK(has(world.ask("school", "POST", "/v1/recommendations", body("S2")).body, "forbidden"));
}

TEST_CASE("keys are made, listed, rotated and revoked while the server runs") {
  KeyWorld world;
  const auto listed = world.get("admin", "/v1/admin/keys").body;
  CHECK(listed.starts_with(R"({"keys":[{"id":"admin","scopes":["admin"],"created":")"));
  CHECK(has(listed, R"({"id":"e","scopes":["read","write"],"employers":["E1"],"created":")"));
  CHECK_FALSE(has(listed, "tm."));
  CHECK(world.ask("admin", "POST", "/v1/admin/keys", R"({"id":"read","scopes":["read"]})").status == 409);
  CHECK(world.get("read", "/v1/stats").status == 200);
  CHECK(world.ask("admin", "POST", "/v1/admin/keys/read/rotate", R"({"overlap_hours":1})").status == 200);
  CHECK(world.get("read", "/v1/stats").status == 200);
  CHECK(world.ask("admin", "POST", "/v1/admin/keys/read/rotate").status == 200);
  const auto ended = world.get("read", "/v1/stats");
  CHECK(ended.status == 401);
  CHECK(ended.field("www-authenticate") == R"(Bearer realm="talentmatch", error="invalid_token")");
  CHECK(has(ended.body, R"("code":"key_unknown")"));
  CHECK(world.ask("admin", "DELETE", "/v1/admin/keys/s").body == R"({"id":"s","status":"removed"})");
  CHECK(world.get("school", "/v1/graduates/G1").status == 401);
  const auto named = world.get("none", "/v1/stats");
  CHECK(has(named.body, R"("code":"key_required")"));
  CHECK(named.field("www-authenticate") == R"(Bearer realm="talentmatch")");
}

TEST_CASE("other machines are not served without keys") {
  ServerOptions options;
  options.port = 0;
  options.address = "0.0.0.0";
  options.limits.stop_grace = std::chrono::milliseconds(10);
  const auto server = Server::start(options);
  REQUIRE(server);
  HttpClient client((*server)->port());
  CHECK(client.ask("GET", "/metrics").status == 503);  // who may is not known yet
  const TemporaryDirectory directory;
  (*server)->set_service(open_service(directory.path()));
  CHECK(client.ask("GET", "/livez").status == 200);
  CHECK(client.ask("GET", "/metrics").status == 401);
  CHECK(client.ask("POST", "/v1/admin/keys", R"({"id":"a","scopes":["admin"]})").status == 401);
}

}  // namespace talentmatch::testing
