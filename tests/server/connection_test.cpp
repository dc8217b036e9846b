#include <catch2/catch.hpp>

#include "tests/server/http_client.hpp"
#include "tests/server/test_routes.hpp"

namespace talentmatch::testing {

using namespace std::chrono_literals;

TEST_CASE("sixteen requests in one write are answered in order") {
  const auto server = start_server();
  HttpClient client(server->port());
  std::string text;
  for (int i = 0; i < 16; ++i) {
    const auto id = std::to_string(i);
    text += i % 4 == 1   ? request_text("PUT", "/echo/x", id)
            : i % 4 == 3 ? request_text("PUT", "/later/" + id, "ignored")
                         : request_text("GET", "/id/" + id);
  }
  REQUIRE(client.send(text));
  for (int i = 0; i < 16; ++i) {
    const auto answer = client.receive();
    REQUIRE(answer);
    CHECK(answer->status == 200);
    CHECK(answer->body == std::to_string(i));
  }
}

TEST_CASE("a request that comes byte by byte is answered") {
  const auto server = start_server();
  HttpClient client(server->port());
  for (const char byte : request_text("PUT", "/echo/x", "hello") + request_text("GET", "/fixed")) {
    REQUIRE(client.send({&byte, 1}));
  }
  CHECK(client.receive().value().body == "hello");
  CHECK(client.receive().value().body == R"({"fixed":true})");
}

TEST_CASE("answers larger than the socket's buffers arrive whole") {
  const auto server = start_server();
  HttpClient client(server->port());
  std::string text;
  for (int i = 0; i < 20; ++i) text += request_text("GET", "/large");
  REQUIRE(client.send(text));
  for (int i = 0; i < 20; ++i) {
    const auto answer = client.receive();
    REQUIRE(answer);
    CHECK(answer->body.size() == 1 << 20);
  }
}

TEST_CASE("paths, methods and HEAD") {
  const auto server = start_server();
  HttpClient client(server->port());
  CHECK(client.ask("GET", "/nothing").status == 404);
  const auto wrong = client.ask("POST", "/fixed");
  CHECK(wrong.status == 405);
  CHECK(wrong.field("allow") == "GET, HEAD");
  const auto head = client.ask("HEAD", "/fixed");
  CHECK(head.status == 200);
  CHECK(head.field("content-length") == "14");
  CHECK(client.ask("HEAD", "/count").field("transfer-encoding") == "chunked");
  CHECK(client.ask("BREW", "/fixed").status == 405);
  CHECK(client.ask("GET", "/id/%E5%BC%A0%2F1").body == "张/1");
  CHECK(client.ask("GET", "/id/%FF").status == 400);
  CHECK(client.ask("GET", "/fixed?a=%").status == 400);
  CHECK(client.ask("GET", "/fixed?lang=fr").status == 400);
  CHECK(client.ask("GET", "/fixed").status == 200);  // still the same connection
}

TEST_CASE("messages follow lang, then Accept-Language, then Chinese") {
  const auto server = start_server();
  HttpClient client(server->port());
  const std::string english = "Accept-Language: en\r\n";
  CHECK(client.ask("GET", "/nothing").body.find("此路径不存在") != std::string::npos);
  CHECK(client.ask("GET", "/nothing", "", english).body.find("nothing at this path") != std::string::npos);
  CHECK(client.ask("GET", "/id/%FF?lang=zh", "", english).body.find("编号") != std::string::npos);
}

TEST_CASE("nothing that needs the data is answered before it is there") {
  const auto server = start_server();
  HttpClient client(server->port());
  const auto answer = client.ask("GET", "/data");
  CHECK(answer.status == 503);
  CHECK(answer.field("retry-after") == "1");
  CHECK(client.ask("GET", "/fixed").status == 200);
}

TEST_CASE("bodies of the wrong kind or size") {
  Limits limits = quick_to_stop();
  limits.body = 100;
  limits.linger = 5s;
  const auto server = start_server(limits);
  const auto ask = [&](std::string_view fields, const std::string& body) {
    HttpClient client(server->port());
    return client.ask("PUT", "/echo/x", body, fields);
  };
  CHECK(ask("Content-Type: application/json; charset=utf-8\r\n", "x").status == 200);
  CHECK(ask("Content-Type: text/csv\r\n", "x").status == 415);
  CHECK(ask("", std::string(100, 'x')).status == 200);

  HttpClient client(server->port());
  const auto refused =
      client.ask("PUT", "/echo/x", std::string(5'000'000, 'x'));  // sent to its end, and answered
  CHECK(refused.status == 413);
  CHECK(refused.field("connection") == "close");
  CHECK(client.ended());
}

TEST_CASE("a page of another origin is refused, our own is not") {
  const auto server = start_server();
  HttpClient client(server->port());
  CHECK(client.ask("GET", "/fixed", "", "Origin: http://localhost\r\n").status == 200);
  CHECK(client.ask("GET", "/fixed", "", "Origin: http://elsewhere.example\r\n").status == 403);
  CHECK(client.ask("PUT", "/echo/x", "", "Origin: null\r\n").status == 403);
}

TEST_CASE("a header above the limit") {
  const auto server = start_server();
  HttpClient client(server->port());
  CHECK(client.ask("GET", "/fixed", "", "X-Long: " + std::string(20'000, 'x') + "\r\n").status == 431);
  CHECK(client.ended());
}

TEST_CASE("what is not HTTP is told so, and the connection ends") {
  const auto server = start_server();
  HttpClient client(server->port());
  REQUIRE(client.send("\x16\x03\x01\x02\r\n\r\n"));
  CHECK(client.receive().value().status == 400);
  CHECK(client.ended());
}

TEST_CASE("a body is invited when the client waits for it") {
  const auto server = start_server();
  HttpClient client(server->port());
  REQUIRE(
      client.send("PUT /echo/x HTTP/1.1\r\nHost: h\r\nExpect: 100-continue\r\nContent-Length: 5\r\n\r\n"));
  CHECK(client.receive().value().status == 100);
  REQUIRE(client.send("hello"));
  CHECK(client.receive().value().body == "hello");
  REQUIRE(
      client.send("PUT /nothing HTTP/1.1\r\nHost: h\r\nExpect: 100-continue\r\nContent-Length: 5\r\n\r\n"));
  CHECK(client.receive().value().status == 404);  // not invited
}

TEST_CASE("connections end when their client wants it") {
  const auto server = start_server();
  HttpClient closing(server->port());
  CHECK(closing.ask("GET", "/fixed", "", "Connection: close\r\n").field("connection") == "close");
  CHECK(closing.ended());

  HttpClient old(server->port());
  REQUIRE(old.send("GET /fixed HTTP/1.0\r\nConnection: keep-alive\r\n\r\nGET /fixed HTTP/1.0\r\n\r\n"));
  CHECK(old.receive().value().field("connection") == "keep-alive");
  CHECK(old.receive().value().field("connection") == "close");
  CHECK(old.ended());

  HttpClient half(server->port());
  REQUIRE(half.send(request_text("PUT", "/later/7", "x")));
  half.half_close();
  CHECK(half.receive().value().body == "7");
  CHECK(half.ended());
}

}  // namespace talentmatch::testing
