#include <atomic>
#include <chrono>
#include <thread>
#include <vector>

#include <catch2/catch.hpp>
#include <fmt/format.h>

#include "tests/server/http_client.hpp"
#include "tests/server/test_routes.hpp"

namespace talentmatch::testing {
namespace {

using namespace std::chrono_literals;
using Clock = std::chrono::steady_clock;

struct Tally {
  std::atomic<int> answered{0};
  std::atomic<int> lost{0};  // sent on a connection that had not said it would close, and not answered
};

// Asks on kept connections as fast as it can, as long as somebody listens.
void ask_until_closed(std::uint16_t port, Tally& tally) {
  for (;;) {
    try {
      HttpClient client(port);
      for (bool open = true; open;) {
        if (!client.send(request_text("PUT", "/later/7", "x") + request_text("GET", "/fixed"))) break;
        for (int i = 0; i < 2 && open; ++i) {
          const auto answer = client.receive();
          answer && answer->status == 200 ? ++tally.answered : ++tally.lost;
          open = answer && answer->field("connection") != "close";
        }
      }
    } catch (const std::runtime_error&) {
      return;  // nobody listens any more
    }
  }
}

}  // namespace

TEST_CASE("a stop under load loses no reply") {
  Limits limits;
  limits.stop_grace = 1500ms;  // a client may have to wait for the processor longer than the usual
  auto server = start_server(limits);
  Tally tally;
  std::vector<std::jthread> clients;
  for (int i = 0; i < 8; ++i) {
    clients.emplace_back([&, port = server->port()] { ask_until_closed(port, tally); });
  }
  std::this_thread::sleep_for(300ms);
  const auto begin = Clock::now();
  server->stop();
  CHECK(Clock::now() - begin < 5s);
  clients.clear();
  CHECK(tally.answered > 100);
  CHECK(tally.lost == 0);
}

TEST_CASE("a request in flight is finished, an idle connection closed") {
  auto server = start_server();
  close_gate();
  HttpClient idle(server->port());
  CHECK(idle.ask("GET", "/fixed").status == 200);
  HttpClient busy(server->port());
  REQUIRE(busy.send(request_text("GET", "/gated") + request_text("GET", "/fixed")));
  std::this_thread::sleep_for(100ms);
  std::jthread stopping([&] { server->stop(); });
  CHECK(idle.ended());
  open_gate();
  const auto answer = busy.receive();
  REQUIRE(answer);
  CHECK(answer->body == "opened");
  CHECK(answer->field("connection") == "close");
}

TEST_CASE("a stop waits for nobody longer than it said") {
  Limits limits = quick_to_stop();
  limits.stop_cancel = 700ms;
  limits.stop_close = 1200ms;
  auto server = start_server(limits);
  HttpClient import(server->port());
  REQUIRE(import.send("POST /lines HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n2\r\na\n\r\n"));
  HttpClient half(server->port());
  REQUIRE(half.send("GET /fix"));
  HttpClient deaf(server->port());
  REQUIRE(deaf.send(request_text("GET", "/count")));
  std::this_thread::sleep_for(100ms);
  const auto begin = Clock::now();
  server->stop();
  CHECK(Clock::now() - begin < 3s);
  const auto answer = import.receive();
  REQUIRE(answer);
  CHECK(answer->whole);  // what was done is told
  CHECK(answer->body.starts_with("ok a\n{\"error\":{\"code\":\"stopping\""));
  const auto cut = deaf.receive();
  REQUIRE(cut);
  CHECK_FALSE(cut->whole);  // half an export does not look whole
}

}  // namespace talentmatch::testing
