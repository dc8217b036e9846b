// What the log says of requests to the mechanics: which are told, under which id.

#include "server/log/request_log.hpp"

#include <set>
#include <thread>

#include <catch2/catch.hpp>

#include "server/http/request_id.hpp"
#include "tests/server/http_client.hpp"
#include "tests/server/log_text.hpp"
#include "tests/server/test_routes.hpp"

using Catch::Matchers::Contains;

namespace talentmatch::testing {
namespace {

using namespace std::chrono_literals;

std::unique_ptr<Server> logging_server(const RequestLogOptions& log) {
  ServerOptions options;
  options.port = 0;
  options.threads = 2;
  options.limits = quick_to_stop();
  options.routes = test_routes();
  options.log = log;
  auto server = Server::start(options);
  REQUIRE(server);
  return *std::move(server);
}

}  // namespace

TEST_CASE("every answer carries the request's id: the client's, or one that is made") {
  const auto server = start_server();
  HttpClient client(server->port());
  const auto id_of = [&](std::string_view target, std::string_view fields = {}) {
    return client.ask("GET", target, {}, fields).field("x-request-id");
  };
  CHECK(id_of("/fixed", "X-Request-Id: trace-1.a_B\r\n") == "trace-1.a_B");
  CHECK(id_of("/nothing", "x-request-id: lost\r\n") == "lost");
  CHECK(client.ask("POST", "/lines", "a\n", "X-Request-Id: import\r\n").field("x-request-id") == "import");
  std::set<std::string> made;
  for (int i = 0; i < 50; ++i) made.insert(id_of("/fixed"));
  for (const auto& bad : {std::string("a b"), std::string("<x>"), std::string(65, 'x')})
    made.insert(id_of("/fixed", "X-Request-Id: " + bad + "\r\n"));
  CHECK(made.size() == 53);
  for (const auto& id : made) CHECK(is_request_id(id));

  HttpClient unsound(server->port());
  REQUIRE(unsound.send("NONSENSE\r\n\r\n"));
  const auto refused = unsound.receive();
  REQUIRE(refused);
  CHECK(refused->status == 400);
  CHECK(is_request_id(refused->field("x-request-id")));
}

TEST_CASE("all requests are logged when asked for, imports and exports at their end") {
  LogText text;
  {
    const auto server = logging_server({.log = text.log(), .which = LoggedRequests::requests});
    HttpClient client(server->port());
    client.ask("GET", "/id/secret?also=secret", {}, "X-Request-Id: one\r\n");
    client.ask("PUT", "/echo/secret", "12345", "X-Request-Id: two\r\n");
    client.ask("POST", "/lines", "a\nbc\n", "X-Request-Id: three\r\n");
    client.ask("POST", "/lines", "fail\n", "X-Request-Id: four\r\n");
    client.ask("GET", "/secret", {}, "X-Request-Id: five\r\n");
  }
  const auto log = text.end();
  const auto lines = lines_of(log);
  REQUIRE(lines.size() == 5);
  CHECK_THAT(lines[0],
             Contains(R"("event":"request","id":"one","method":"GET","route":"/id/{id}","status":200,)") &&
                 Contains(R"("received":0,"sent":6})"));
  CHECK_THAT(lines[1], Contains(R"("id":"two","method":"PUT","route":"/echo/{id}","status":200,"ms":)") &&
                           Contains(R"("received":5,"sent":5})"));
  CHECK_THAT(lines[2], Contains(R"("id":"three","method":"POST","route":"/lines","status":200,)") &&
                           Contains(R"("received":5,"sent":11})"));
  CHECK_THAT(lines[3],
             Contains(R"("id":"four")") && Contains(R"("status":507)") && Contains(R"("error":"no_space"})"));
  CHECK_THAT(lines[4], Contains(R"("id":"five","method":"GET","status":404)") &&
                           Contains(R"("error":"no_such_path"})"));
  CHECK_THAT(log, !Contains("secret"));
}

TEST_CASE("problems are what failed on our side and what took long") {
  LogText text;
  {
    const auto server = logging_server({.log = text.log(), .slow = 100ms});
    HttpClient client(server->port());
    client.ask("GET", "/fixed");
    client.ask("GET", "/nothing");
    std::this_thread::sleep_for(150ms);  // between requests, which is nobody's time
    REQUIRE(client.send(request_text("HEAD", "/count")));
    REQUIRE(client.receive(true));
    std::this_thread::sleep_for(150ms);
    client.ask("GET", "/fixed?lang=none");
    client.ask("GET", "/data", {}, "X-Request-Id: loading\r\n");
    close_gate();
    std::thread opener([] {
      std::this_thread::sleep_for(200ms);
      open_gate();
    });
    client.ask("GET", "/gated", {}, "X-Request-Id: slow\r\n");
    opener.join();
  }
  const auto lines = lines_of(text.end());
  REQUIRE(lines.size() == 2);
  CHECK_THAT(lines[0], Contains(R"("id":"loading")") && Contains(R"("status":503)") &&
                           Contains(R"("error":"loading"})"));
  CHECK_THAT(lines[1], Contains(R"("id":"slow")") && Contains(R"("status":200)"));
}

TEST_CASE("nothing is logged when nothing is to be") {
  LogText text;
  {
    const auto server = logging_server({.log = text.log(), .which = LoggedRequests::none});
    HttpClient(server->port()).ask("GET", "/data");
  }
  CHECK(text.end().empty());
}

}  // namespace talentmatch::testing
