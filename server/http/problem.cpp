#include "server/http/problem.hpp"

#include <fmt/format.h>

#include "storage/codec/answer_json.hpp"

namespace talentmatch {

namespace {

struct Words {
  unsigned status;
  std::string_view code;
  std::string_view en;
  std::string_view zh;
};

// A switch without default, so that a new problem does not compile until it has its words.
constexpr Words words_of(Problem problem) {
  using enum Problem;
  switch (problem) {
    case malformed_request:
      return {400, "malformed_request", "This is not a valid HTTP request.", "不是有效的 HTTP 请求。"};
    case key_required:
      return {401, "key_required", "A key is needed: Authorization: Bearer KEY.",
              "需要访问密钥：Authorization: Bearer 密钥。"};
    case key_unknown:
      return {401, "key_unknown", "There is no such key.", "访问密钥无效。"};
    case key_expired:
      return {401, "key_expired", "The key has expired.", "访问密钥已过期。"};
    case scope_missing:
      return {403, "scope_missing", "The key does not have the scope that this needs.",
              "访问密钥没有所需的权限。"};
    case beyond_reach:
      return {403, "beyond_reach", "The key is limited to schools or employers whose this is not.",
              "访问密钥仅限于指定的学校或企业，此内容不在其范围内。"};
    case foreign_origin:
      return {403, "foreign_origin", "A page of another origin may not ask this server.",
              "不接受其他来源网页的请求。"};
    case no_such_path:
      return {404, "no_such_path", "There is nothing at this path; see /openapi.json.",
              "此路径不存在，见 /openapi.json。"};
    case method_not_allowed:
      return {405, "method_not_allowed", "The path does not have this method; see the Allow field.",
              "此路径不支持该方法，见 Allow 字段。"};
    case request_timeout:
      return {408, "request_timeout", "The request did not arrive in time.", "请求未在规定时间内收完。"};
    case body_too_large:
      return {413, "body_too_large", "The body is larger than allowed.", "请求体超过允许的大小。"};
    case unsupported_media_type:
      return {415, "unsupported_media_type", "The body must be application/json or application/x-ndjson.",
              "请求体应为 application/json 或 application/x-ndjson。"};
    case header_too_large:
      return {431, "header_too_large", "The header is larger than allowed.", "请求头超过允许的大小。"};
    case loading:
      return {503, "loading", "The data is still being loaded.", "数据正在加载。"};
    case too_many_connections:
      return {503, "too_many_connections", "Too many connections at once.", "并发连接过多。"};
    case too_much_work:
      return {503, "busy", "Too many requests of this kind at once.", "此类请求过多，请稍后再试。"};
  }
  return {};
}

// RFC 6750, section 3.
constexpr std::string_view challenge_of(Problem problem) {
  switch (problem) {
    case Problem::key_required:
      return "Bearer realm=\"talentmatch\"";
    case Problem::key_unknown:
    case Problem::key_expired:
      return "Bearer realm=\"talentmatch\", error=\"invalid_token\"";
    default:
      return {};
  }
}

}  // namespace

void set_problem(Answer& answer, Problem problem, Language language) {
  const Words words = words_of(problem);
  answer.status = words.status;
  answer.type = MediaType::json;
  answer.retry_later = words.status == 503;
  answer.challenge = challenge_of(problem);
  answer.error = words.code;
  answer.body = fmt::format(
      R"({{"error":{{"code":"{}","message":"{}","link":"/openapi.json#/components/schemas/Error"}}}})",
      words.code, language == Language::zh ? words.zh : words.en);
}

unsigned status_of(ErrorCode code) {
  using enum ErrorCode;
  switch (code) {
    case invalid_json:
    case invalid_utf8:
    case not_an_object:
    case invalid_option:
    case invalid_weights:
    case invalid_cursor:
      return 400;
    case unknown_field:
    case duplicate_field:
    case missing_field:
    case wrong_type:
    case out_of_range:
    case invalid_id:
    case invalid_value:
    case too_long:
    case too_many:
    case duplicate_entry:
    case duplicate_id:
    case id_mismatch:
    case unknown_major:
    case unknown_region:
    case unknown_certificate:
    case retired_code:
    case unknown_reference:
    case infeasible:
      return 422;
    case forbidden:
      return 403;
    case not_found:
      return 404;
    case exists:
    case in_use:
    case cancelled:
      return 409;
    case precondition_failed:
      return 412;
    case too_large:
      return 413;
    case no_space:
      return 507;
    case busy:
    case io_error:
    case corrupt_data:
    case wrong_format:
    case locked:
    case stopping:
      return 503;
  }
  return 503;
}

void set_error(Answer& answer, const Error& error, Language language) {
  answer.status = status_of(error.code);
  answer.type = MediaType::json;
  answer.retry_later = answer.status == 503;
  answer.error = name_of(error.code);
  answer.etag.clear();
  answer.body.clear();
  append_error(answer.body, error, language);
}

void set_option_error(Answer& answer, const Error& error, Language language) {
  set_error(answer, error, language);
  if (answer.status == 422) answer.status = 400;
}

}  // namespace talentmatch
