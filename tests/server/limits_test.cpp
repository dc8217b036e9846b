#include <chrono>
#include <thread>
#include <vector>

#include <catch2/catch.hpp>

#include "tests/server/http_client.hpp"
#include "tests/server/test_routes.hpp"

namespace talentmatch::testing {
namespace {

using namespace std::chrono_literals;
using Clock = std::chrono::steady_clock;

}  // namespace

TEST_CASE("a request that does not arrive in time is told so, however busily it drips") {
  Limits limits = quick_to_stop();
  limits.request = 400ms;
  const auto server = start_server(limits);
  HttpClient client(server->port());
  CHECK(client.ask("GET", "/fixed").status == 200);
  const auto begin = Clock::now();
  REQUIRE(client.send("GET /fixed HTTP/1.1\r\n"));
  for (int i = 0; i < 30 && Clock::now() - begin < 800ms; ++i) {
    client.send("X-Drip: 1\r\n");
    std::this_thread::sleep_for(25ms);
  }
  const auto answer = client.receive();
  REQUIRE(answer);
  CHECK(answer->status == 408);
  CHECK(answer->field("connection") == "close");
}

TEST_CASE("an idle connection is closed without a word") {
  Limits limits = quick_to_stop();
  limits.idle = 200ms;
  const auto server = start_server(limits);
  HttpClient client(server->port());
  const auto begin = Clock::now();
  CHECK(client.ask("GET", "/fixed").status == 200);
  CHECK(client.ended());
  CHECK(Clock::now() - begin > 100ms);
  CHECK(Clock::now() - begin < 5s);
}

TEST_CASE("time does not run while the server works") {
  Limits limits = quick_to_stop();
  limits.request = 200ms;
  limits.idle = 200ms;
  const auto server = start_server(limits);
  close_gate();
  HttpClient client(server->port());
  REQUIRE(client.send(request_text("GET", "/gated")));
  std::this_thread::sleep_for(700ms);
  open_gate();
  CHECK(client.receive().value().body == "opened");
}

TEST_CASE("a client that does not take its answers is cut off") {
  Limits limits = quick_to_stop();
  limits.request = 300ms;
  const auto server = start_server(limits);
  HttpClient client(server->port());
  std::string text;
  for (int i = 0; i < 64; ++i) text += request_text("GET", "/large");
  REQUIRE(client.send(text));
  std::this_thread::sleep_for(1500ms);
  int whole = 0;
  while (const auto answer = client.receive()) whole += answer->whole;
  CHECK(whole < 64);
}

TEST_CASE("one connection too many is told so") {
  Limits limits = quick_to_stop();
  limits.connections = 2;
  const auto server = start_server(limits);
  HttpClient first(server->port());
  HttpClient second(server->port());
  CHECK(first.ask("GET", "/fixed").status == 200);
  CHECK(second.ask("GET", "/fixed").status == 200);
  HttpClient third(server->port());
  const auto answer = third.receive();
  REQUIRE(answer);
  CHECK(answer->status == 503);
  CHECK(answer->field("retry-after") == "1");
  CHECK(third.ended());
}

TEST_CASE("more work than allowed is refused, not queued without end") {
  Limits limits = quick_to_stop();
  limits.in_flight = 2;
  const auto server = start_server(limits);
  close_gate();
  std::vector<std::unique_ptr<HttpClient>> clients;
  for (int i = 0; i < 2; ++i) {
    clients.push_back(std::make_unique<HttpClient>(server->port()));
    REQUIRE(clients.back()->send(request_text("GET", "/gated")));
  }
  std::this_thread::sleep_for(200ms);
  HttpClient other(server->port());
  CHECK(other.ask("GET", "/gated").status == 503);
  CHECK(other.ask("GET", "/fixed").status == 200);  // what is quick goes on
  open_gate();
  for (auto& client : clients) CHECK(client->receive().value().status == 200);
  CHECK(other.ask("GET", "/gated").status == 200);
}

TEST_CASE("a port in use and what is no address are refused in words") {
  const auto server = start_server();
  ServerOptions options;
  options.port = server->port();
  const auto taken = Server::start(options);
  REQUIRE_FALSE(taken);
  CHECK(taken.error().field == "port");
  CHECK(message(taken.error(), Language::en).find("in use") != std::string::npos);
  options.address = "nonsense";
  const auto refused = Server::start(options);
  REQUIRE_FALSE(refused);
  CHECK(refused.error().field == "address");
}

}  // namespace talentmatch::testing
