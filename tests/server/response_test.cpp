#include "server/http/response.hpp"

#include <catch2/catch.hpp>

#include "server/http/problem.hpp"

namespace talentmatch::testing {
namespace {

std::string response(const Answer& answer, Delivery delivery) {
  delivery.date = "Sun, 22 Nov 2026 14:22:00 GMT";
  std::string out = "before ";
  append_response(out, answer, delivery);
  return out;
}

}  // namespace

TEST_CASE("an answer's bytes") {
  Answer answer;
  answer.body = "{}";
  CHECK(response(answer, {}) ==
        "before HTTP/1.1 200 OK\r\nDate: Sun, 22 Nov 2026 14:22:00 GMT\r\nContent-Type: application/json\r\n"
        "X-Content-Type-Options: nosniff\r\nCache-Control: no-store\r\nReferrer-Policy: "
        "no-referrer\r\nContent-Length: 2\r\n\r\n{}");
  answer.status = 405;
  answer.allow = "GET";
  answer.etag = "\"e\"";
  const auto closing = response(answer, {.keep_alive = false});
  CHECK(closing.find("HTTP/1.1 405 Method Not Allowed\r\n") != std::string::npos);
  CHECK(closing.find("\r\nConnection: close\r\n") != std::string::npos);
  CHECK(closing.find("\r\nAllow: GET\r\n") != std::string::npos);
  CHECK(closing.find("\r\nETag: \"e\"\r\n") != std::string::npos);
  CHECK(response(answer, {.version = 10}).find("\r\nConnection: keep-alive\r\n") != std::string::npos);
}

TEST_CASE("HEAD and 304 have no body") {
  Answer answer;
  answer.body = "{}";
  CHECK(response(answer, {.head_only = true}).ends_with("Content-Length: 2\r\n\r\n"));
  answer.clear();
  answer.status = 304;
  answer.type = MediaType::none;
  const auto unchanged = response(answer, {});
  CHECK(unchanged.find("Content-Length") == std::string::npos);
  CHECK(unchanged.find("Content-Type") == unchanged.find("Content-Type-Options"));
}

TEST_CASE("chunks") {
  std::string out;
  append_chunk(out, std::string(31, 'x'), 11);
  append_chunk(out, "", 11);
  append_last_chunk(out, 11);
  CHECK(out == "1f\r\n" + std::string(31, 'x') + "\r\n0\r\n\r\n");
  out.clear();
  append_chunk(out, "abc", 10);
  append_last_chunk(out, 10);
  CHECK(out == "abc");
}

TEST_CASE("dates are written as the protocol wants them") {
  CHECK(http_date(784111777) == "Sun, 06 Nov 1994 08:49:37 GMT");
}

TEST_CASE("errors have their statuses") {
  CHECK(status_of(ErrorCode::invalid_json) == 400);
  CHECK(status_of(ErrorCode::unknown_major) == 422);
  CHECK(status_of(ErrorCode::not_found) == 404);
  CHECK(status_of(ErrorCode::in_use) == 409);
  CHECK(status_of(ErrorCode::precondition_failed) == 412);
  CHECK(status_of(ErrorCode::too_large) == 413);
  CHECK(status_of(ErrorCode::no_space) == 507);
  CHECK(status_of(ErrorCode::busy) == 503);
  Answer answer;
  set_option_error(answer, {.code = ErrorCode::unknown_region, .field = "regions"}, Language::en);
  CHECK(answer.status == 400);
  set_error(answer, {.code = ErrorCode::busy}, Language::en);
  CHECK(answer.retry_later);
}

}  // namespace talentmatch::testing
