#include "server/resources/keys.hpp"

#include <chrono>

#include "server/http/problem.hpp"
#include "server/resources/parameters.hpp"
#include "storage/codec/json_text.hpp"
#include "storage/keys/key_json.hpp"

namespace talentmatch {

namespace {

Second this_second() {
  return std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
}

void tell_issued(const Call& call, Answer& answer, const Result<IssuedKey>& issued) {
  if (!issued) return set_error(answer, issued.error(), call.language);
  append_issued_key(answer.body, *issued);
}

}  // namespace

void get_keys(const Call& call, Answer& answer) {
  if (auto known = expect_only(call.query, {}); !known) {
    return set_option_error(answer, known.error(), call.language);
  }
  append_keys(answer.body, *call.service->keys().keys());
}

void post_key(const Call& call, Answer& answer) {
  if (auto known = expect_only(call.query, {}); !known) {
    return set_option_error(answer, known.error(), call.language);
  }
  auto spec = read_key_spec(call.request.body);
  if (!spec) return set_error(answer, spec.error(), call.language);
  answer.status = 201;
  tell_issued(call, answer, call.service->keys().add(*std::move(spec), this_second(), call.caller));
}

void post_rotation(const Call& call, Answer& answer) {
  if (auto known = expect_only(call.query, {}); !known) {
    return set_option_error(answer, known.error(), call.language);
  }
  const auto overlap = read_overlap(call.request.body);
  if (!overlap) return set_error(answer, overlap.error(), call.language);
  tell_issued(call, answer, call.service->keys().rotate(call.id, *overlap, this_second(), call.caller));
}

void delete_key(const Call& call, Answer& answer) {
  if (auto known = expect_only(call.query, {}); !known) {
    return set_option_error(answer, known.error(), call.language);
  }
  const auto revoked = call.service->keys().revoke(call.id, call.caller);
  if (!revoked) return set_error(answer, revoked.error(), call.language);
  answer.body = R"({"id":)";
  append_text(answer.body, call.id);
  answer.body += R"(,"status":"removed"})";
}

}  // namespace talentmatch
