#pragma once
// What is wrong with a request as HTTP, before any record or ranking is looked at; and the one place that
// maps the product's errors to HTTP codes.

#include <cstdint>

#include "engine/model/error.hpp"
#include "server/http/answer.hpp"

namespace talentmatch {

enum class Problem : std::uint8_t {
  malformed_request,
  key_required,
  key_unknown,
  key_expired,
  foreign_origin,
  scope_missing,
  beyond_reach,
  no_such_path,
  method_not_allowed,
  request_timeout,
  body_too_large,
  unsupported_media_type,
  header_too_large,
  loading,
  too_many_connections,
  too_much_work
};

void set_problem(Answer& answer, Problem problem, Language language);

unsigned status_of(ErrorCode code);
// {"error":{…}} with its status.
void set_error(Answer& answer, const Error& error, Language language);
// The same for an option of a request's query: always 400.
void set_option_error(Answer& answer, const Error& error, Language language);

}  // namespace talentmatch
