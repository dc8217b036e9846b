// Nothing personal is logged: ids in paths, parameters and bodies, and errors that quote them, leave no
// trace.

#include <simdjson.h>

#include "server/log/request_log.hpp"
#include "tests/server/key_world.hpp"
#include "tests/server/log_text.hpp"

namespace talentmatch::testing {
namespace {

constexpr std::string_view kPerson = "PERSON-4711";

void ask_with_person(KeyWorld& world) {
  const std::string person(kPerson);
  const auto record = graduate(person);
  const auto ask = [&](std::string_view holder, std::string_view method, const std::string& target,
                       const std::string& body = {}, const std::string& fields = {}) {
    return world.ask(holder, method, target, body, fields).status;
  };
  const auto path = "/v1/graduates/" + person;
  CHECK(ask("write", "PUT", path, record) == 201);
  CHECK(ask("read", "GET", path) == 200);
  CHECK(ask("read", "GET", path + "?lang=" + person) == 400);
  CHECK(ask("read", "GET", path + "/recommendations?regions=" + person) == 400);
  CHECK(ask("read", "GET", path + "/gaps?k=5") == 200);
  CHECK(ask("read", "GET", "/v1/" + person) == 404);
  CHECK(ask("read", "POST", path) == 405);
  CHECK(ask("unknown", "GET", path) == 401);
  CHECK(ask("employer", "GET", path) == 403);
  CHECK(ask("write", "PUT", path, record, "If-Match: \"" + person + "\"\r\n") == 412);
  CHECK(ask("write", "PUT", path, record, "Content-Type: text/" + person + "\r\n") == 415);
  CHECK(ask("write", "PUT", "/v1/graduates/" + person + "-other", record) == 422);
  CHECK(ask("write", "PUT", path, R"({"id":"PERSON-4711","school":"PERSON-4711"})") == 422);
  CHECK(ask("write", "PUT", path, "{\"PERSON-4711") == 400);
  CHECK(ask("write", "POST", "/v1/graduates/import", record + "\nPERSON-4711\n") == 200);
  CHECK(ask("read", "POST", "/v1/recommendations", R"({"items":[{"graduate":"PERSON-4711"}]})") == 200);
  CHECK(ask("read", "GET", "/v1/explain?graduate=" + person + "&posting=" + person) == 404);
  CHECK(ask("place", "GET", "/v1/placements/" + person + "/explain?graduate=" + person) == 404);
  CHECK(ask("read", "GET", path + "/data") == 200);
  CHECK(ask("admin", "DELETE", path + "/data") == 200);
  CHECK(ask("write", "DELETE", path, {}, "X-Request-Id: " + person + " x\r\n") == 404);
}

}  // namespace

TEST_CASE("no id of a person is in the log, whatever is asked and whatever fails") {
  LogText text;
  {
    KeyWorld world({.log = text.log(), .which = LoggedRequests::requests});
    ask_with_person(world);
  }
  const auto log = text.end();
  CHECK_FALSE(has(log, kPerson));
  CHECK_FALSE(has(log, "4711"));
  const auto lines = lines_of(log);
  CHECK(lines.size() > 20);
  simdjson::dom::parser parser;
  for (const auto& line : lines) {
    INFO(line);
    const simdjson::padded_string padded(line);
    simdjson::dom::element event;
    REQUIRE(parser.parse(padded).get(event) == simdjson::SUCCESS);
    CHECK(event["event"].get_string().value() == "request");
    CHECK(event["id"].get_string().error() == simdjson::SUCCESS);
    CHECK(event["status"].get_uint64().error() == simdjson::SUCCESS);
  }
  CHECK(has(log, R"("route":"/v1/graduates/{id}/data","status":200,)"));
  CHECK(has(log, R"("key":"write","error":"precondition_failed"})"));
  CHECK(has(log, R"("error":"key_unknown"})"));
}

}  // namespace talentmatch::testing
