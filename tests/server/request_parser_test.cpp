#include "server/http/request_parser.hpp"

#include <limits>
#include <optional>

#include <catch2/catch.hpp>

namespace talentmatch::testing {
namespace {

constexpr std::size_t kHeader = 512;
constexpr std::size_t kBody = 64;

struct Parsed {
  Request request;
  ParseState state{};
  std::string rest;  // what was not taken
};

// Feeds the text in pieces of this size until the request is complete or refused.
Parsed parse(std::string_view text, std::size_t piece = std::numeric_limits<std::size_t>::max()) {
  Parsed parsed;
  RequestParser parser(parsed.request, kHeader, kBody);
  std::string pending;
  do {
    pending += text.substr(0, piece);
    text.remove_prefix(std::min(piece, text.size()));
    std::string_view bytes = pending;
    do {
      parsed.state = parser.feed(bytes);
    } while (parsed.state == ParseState::header);
    pending = std::string(bytes);
  } while (parsed.state == ParseState::need_more && !text.empty());
  parsed.rest = pending + std::string(text);
  return parsed;
}

const std::string kPut =
    "PUT /v1/x/1?a=b HTTP/1.1\r\nHost: h\r\nContent-Type: application/json\r\nIf-Match: \"e\"\r\n"
    "Content-Length: 5\r\n\r\nhello";
const std::string kChunked =
    "POST /x HTTP/1.1\r\nhost: h\r\ntransfer-encoding: chunked\r\n\r\n"
    "5;ext=1\r\nhello\r\n6\r\n world\r\n0\r\nTrailer: t\r\n\r\n";

ParseState state_of(const std::string& text) {
  return parse(text).state;
}

}  // namespace

TEST_CASE("a request is the same however it is cut") {
  for (std::size_t piece = 1; piece < kPut.size(); ++piece) {
    const auto parsed = parse(kPut, piece);
    REQUIRE(parsed.state == ParseState::complete);
    CHECK(parsed.request.method == Method::put);
    CHECK(parsed.request.path() == "/v1/x/1");
    CHECK(parsed.request.query() == "a=b");
    CHECK(parsed.request.content_type == "application/json");
    CHECK(parsed.request.if_match == "\"e\"");
    CHECK(parsed.request.body == "hello");
    CHECK(parsed.request.keep_alive);
  }
  for (std::size_t piece = 1; piece < kChunked.size(); ++piece) {
    const auto parsed = parse(kChunked, piece);
    REQUIRE(parsed.state == ParseState::complete);
    CHECK(parsed.request.body == "hello world");
  }
}

TEST_CASE("what follows a request stays for the next") {
  CHECK(parse(kPut + "GET /").rest == "GET /");
  CHECK(parse(kChunked + "GET /").rest == "GET /");
  CHECK(parse("\r\n\r\n" + kPut).state == ParseState::complete);
}

TEST_CASE("keep-alive is the version's default unless said otherwise") {
  CHECK_FALSE(parse("GET / HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n").request.keep_alive);
  CHECK_FALSE(parse("GET / HTTP/1.0\r\n\r\n").request.keep_alive);
  CHECK(parse("GET / HTTP/1.0\r\nConnection: keep-alive\r\n\r\n").request.keep_alive);
}

TEST_CASE("the absolute form is reduced to its path") {
  CHECK(parse("GET http://h:1/a?b HTTP/1.1\r\nHost: h\r\n\r\n").request.target == "/a?b");
  CHECK(parse("GET http://h HTTP/1.1\r\nHost: h\r\n\r\n").request.target == "/");
}

TEST_CASE("requests whose end cannot be known, or that no browser sends, are malformed") {
  CHECK(state_of("GET / HTTP/1.1\r\n\r\n") == ParseState::malformed);  // no Host
  CHECK(state_of("GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n") == ParseState::malformed);
  CHECK(state_of("GET / HTTP/2.0\r\nHost: a\r\n\r\n") == ParseState::malformed);
  CHECK(state_of("GET / HTTP/1.1\nHost: a\n\n") == ParseState::malformed);
  CHECK(state_of("\x16\x03\x01 hello") == ParseState::malformed);
  CHECK(state_of("PUT / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: gzip\r\n\r\n") == ParseState::malformed);
  CHECK(state_of("PUT / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked, gzip\r\n\r\n") ==
        ParseState::malformed);
  CHECK(state_of("PUT / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n") ==
        ParseState::malformed);
  CHECK(state_of("PUT / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n") ==
        ParseState::malformed);
  CHECK(state_of("PUT / HTTP/1.1\r\nHost: a\r\nContent-Length: -1\r\n\r\n") == ParseState::malformed);
  CHECK(state_of("PUT / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\nxyz\r\n") ==
        ParseState::malformed);
}

TEST_CASE("a header is limited as a whole, in one piece or in many") {
  std::string text = "GET / HTTP/1.1\r\nHost: h\r\n";
  while (text.size() <= kHeader) text += "X-Field: 0123456789\r\n";
  text += "\r\n";
  for (const std::size_t piece : {1U, 7U, 100U, 10'000U}) {
    CHECK(parse(text, piece).state == ParseState::header_too_large);
  }
  const std::string line = "GET /" + std::string(kHeader, 'a');
  CHECK(parse(line).state == ParseState::header_too_large);
  CHECK(parse(line, 1).state == ParseState::header_too_large);
}

TEST_CASE("an empty line before a request is passed over, however it is cut") {
  for (const std::size_t piece : {1U, 2U, 3U, 1000U}) {
    const auto parsed = parse("\r\n\r\n" + kPut, piece);
    CHECK(parsed.state == ParseState::complete);
    CHECK(parsed.request.body == "hello");
  }
}

TEST_CASE("a line between chunks is not collected without end") {
  const std::string head = "PUT / HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n";
  CHECK(parse(head + "1;ext=" + std::string(5000, 'x'), 100).state == ParseState::malformed);
  CHECK(parse(head + "0\r\nTrailer: " + std::string(5000, 'x'), 100).state == ParseState::malformed);
}

TEST_CASE("a body is limited, announced or not") {
  const std::string head = "PUT / HTTP/1.1\r\nHost: h\r\n";
  const std::string full(kBody, 'x');
  CHECK(state_of(head + "Content-Length: 64\r\n\r\n" + full) == ParseState::complete);
  CHECK(state_of(head + "Content-Length: 65\r\n\r\n") == ParseState::body_too_large);
  CHECK(state_of(head + "Transfer-Encoding: chunked\r\n\r\n40\r\n" + full + "\r\n0\r\n\r\n") ==
        ParseState::complete);
  CHECK(state_of(head + "Transfer-Encoding: chunked\r\n\r\n41\r\n" + full + "x") ==
        ParseState::body_too_large);
}

}  // namespace talentmatch::testing
