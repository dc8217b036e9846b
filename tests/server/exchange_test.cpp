// Imports and exports as streams: what happens between a client that sends and reads at its own pace and a
// handler that works at its own.

#include <algorithm>
#include <chrono>
#include <thread>

#include <catch2/catch.hpp>
#include <fmt/format.h>

#include "tests/server/http_client.hpp"
#include "tests/server/test_routes.hpp"

namespace talentmatch::testing {
namespace {

using namespace std::chrono_literals;

constexpr std::string_view kHead = "POST /lines HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n";

std::string chunk(std::string_view bytes) {
  return fmt::format("{:x}\r\n{}\r\n", bytes.size(), bytes);
}

std::string many_lines(std::size_t bytes) {
  std::string text;
  while (text.size() < bytes) text += fmt::format("line {} of a long file\n", text.size());
  return text;
}

std::string expected(std::string_view lines) {
  std::string out;
  while (!lines.empty()) {
    const auto end = lines.find('\n') + 1;
    out.append("ok ").append(lines.substr(0, end));
    lines.remove_prefix(end);
  }
  return out;
}

}  // namespace

TEST_CASE("a client may send everything before it reads anything") {
  const auto server = start_server();
  HttpClient client(server->port());
  const auto lines = many_lines(60 << 20);
  REQUIRE(client.send(request_text("POST", "/lines", lines)));
  const auto answer = client.receive();
  REQUIRE(answer);
  CHECK(answer->status == 200);
  CHECK(answer->whole);
  CHECK((answer->body == expected(lines)));
  CHECK(client.ask("GET", "/fixed").status == 200);
}

TEST_CASE("results come while the body is still being sent") {
  const auto server = start_server();
  HttpClient client(server->port());
  REQUIRE(client.send(std::string(kHead) + chunk("a\nb\n")));
  std::this_thread::sleep_for(100ms);
  HttpClient other(server->port());
  CHECK(other.ask("GET", "/fixed").status == 200);
  REQUIRE(client.send(chunk("c\nd") + chunk("\n") + "0\r\n\r\n" + request_text("GET", "/fixed")));
  CHECK(client.receive().value().body == "ok a\nok b\nok c\nok d\n");
  CHECK(client.receive().value().body == R"({"fixed":true})");
}

TEST_CASE("an empty body and an answer without output") {
  const auto server = start_server();
  HttpClient client(server->port());
  const auto answer = client.ask("POST", "/lines", "", "Content-Length: 0\r\n");
  CHECK(answer.status == 200);
  CHECK(answer.body.empty());
  CHECK(client.ask("GET", "/fixed").status == 200);
}

TEST_CASE("an error before the first output is the answer") {
  const auto server = start_server();
  HttpClient client(server->port());
  const auto answer = client.ask("POST", "/lines", "fail\n" + many_lines(3 << 20));
  CHECK(answer.status == 507);
  CHECK(answer.whole);
}

TEST_CASE("an error after the first output is the last line") {
  const auto server = start_server();
  HttpClient client(server->port());
  REQUIRE(client.send(std::string(kHead) + chunk("a\n")));
  std::this_thread::sleep_for(100ms);
  REQUIRE(client.send(chunk("fail\n")));  // and the body never ends
  const auto answer = client.receive();
  REQUIRE(answer);
  CHECK(answer->status == 200);
  CHECK(answer->whole);
  CHECK(answer->body.starts_with("ok a\n{\"error\":{\"code\":\"no_space\""));
  CHECK(client.ended());
}

TEST_CASE("a body that is cut or not valid ends the transfer") {
  const auto server = start_server();
  HttpClient cut(server->port());
  REQUIRE(cut.send(std::string(kHead) + chunk("a\n")));
  cut.half_close();
  const auto answer = cut.receive();
  REQUIRE(answer);
  CHECK(answer->body.find("\"error\"") != std::string::npos);

  HttpClient broken(server->port());
  REQUIRE(broken.send(std::string(kHead) + "xyz\r\n"));
  CHECK(broken.receive().value().status == 400);
  CHECK(broken.ended());
  {
    HttpClient gone(server->port());
    REQUIRE(gone.send(std::string(kHead) + chunk(many_lines(1 << 20))));
  }
  HttpClient next(server->port());
  CHECK(next.ask("GET", "/fixed").status == 200);
}

TEST_CASE("a long answer waits for its reader and arrives whole") {
  const auto server = start_server();
  HttpClient client(server->port());
  REQUIRE(client.send(request_text("GET", "/count") + request_text("GET", "/fixed")));
  std::this_thread::sleep_for(200ms);
  const auto answer = client.receive();
  REQUIRE(answer);
  CHECK(answer->whole);
  CHECK(std::ranges::count(answer->body, '\n') == 2'000'000);
  CHECK(answer->body.ends_with("1999999\n"));
  CHECK(client.receive().value().body == R"({"fixed":true})");
}

TEST_CASE("an HTTP/1.0 client reads until the end") {
  const auto server = start_server();
  HttpClient client(server->port());
  REQUIRE(client.send("POST /lines HTTP/1.0\r\nContent-Length: 4\r\nConnection: keep-alive\r\n\r\na\nb\n"));
  const auto answer = client.receive();
  REQUIRE(answer);
  CHECK(answer->field("connection") == "close");
  CHECK(answer->body == "ok a\nok b\n");
}

TEST_CASE("a sender that stalls is cut off, one that is slow is not") {
  Limits limits = quick_to_stop();
  limits.request = 400ms;
  const auto server = start_server(limits);
  HttpClient slow(server->port());
  REQUIRE(slow.send(kHead));
  for (int i = 0; i < 10; ++i) {
    std::this_thread::sleep_for(100ms);
    REQUIRE(slow.send(chunk("a\n")));
  }
  REQUIRE(slow.send("0\r\n\r\n"));
  CHECK(slow.receive().value().body.size() == 50);

  HttpClient stalled(server->port());
  REQUIRE(stalled.send(std::string(kHead) + chunk("a\n")));
  std::this_thread::sleep_for(1200ms);
  const auto answer = stalled.receive();
  CHECK((!answer || !answer->whole));
}

TEST_CASE("more transfers than allowed are refused, and places come back") {
  Limits limits = quick_to_stop();
  limits.transfers = 1;
  limits.waiting_transfers = 1;
  const auto server = start_server(limits);
  HttpClient first(server->port());
  HttpClient second(server->port());
  REQUIRE(first.send(std::string(kHead) + chunk("a\n")));
  std::this_thread::sleep_for(200ms);
  REQUIRE(second.send(std::string(kHead) + chunk("b\n") + "0\r\n\r\n"));
  std::this_thread::sleep_for(200ms);
  HttpClient third(server->port());
  CHECK(third.ask("POST", "/lines", "c\n").status == 503);
  REQUIRE(first.send("0\r\n\r\n"));
  CHECK(first.receive().value().body == "ok a\n");
  CHECK(second.receive().value().body == "ok b\n");
  HttpClient fourth(server->port());
  CHECK(fourth.ask("POST", "/lines", "d\n").body == "ok d\n");
}

}  // namespace talentmatch::testing
