#include "server/resources/records.hpp"

#include <array>

#include "server/http/header_values.hpp"
#include "server/http/problem.hpp"
#include "server/resources/parameters.hpp"
#include "storage/codec/answer_parts.hpp"
#include "storage/codec/json_text.hpp"

namespace talentmatch {

namespace {

constexpr std::array<std::string_view, 4> kStatusWords{"created", "updated", "unchanged", "removed"};

void append_outcome(std::string& out, std::string_view id, const WriteOutcome& outcome) {
  out += R"({"id":)";
  append_text(out, id);
  out += R"(,"status":)";
  append_text(out, kStatusWords[static_cast<std::size_t>(outcome.status)]);
  if (!outcome.notices.empty()) {
    out += ',';
    append_notices(out, outcome.notices);
  }
  out += '}';
}

Answer answer_to_write(const Result<WriteOutcome>& outcome, std::string_view id, Language language) {
  Answer answer;
  if (!outcome) {
    set_error(answer, outcome.error(), language);
    return answer;
  }
  answer.status = outcome->status == WriteStatus::created ? 201 : 200;
  answer.etag = outcome->etag;
  append_outcome(answer.body, id, *outcome);
  return answer;
}

void finish_with(const Finish& finish, const Error& error, Language language) {
  Answer answer;
  set_option_error(answer, error, language);
  finish(std::move(answer));
}

WriteCallback answering(const Call& call, Finish finish) {
  return [id = call.id, language = call.language, finish = std::move(finish)](Result<WriteOutcome> outcome) {
    finish(answer_to_write(outcome, id, language));
  };
}

}  // namespace

void get_record(const Call& call, Answer& answer) {
  if (auto known = expect_only(call.query, {}); !known)
    return set_option_error(answer, known.error(), call.language);
  auto record = call.service->get(call.collection, call.id);
  if (!record) return set_error(answer, record.error(), call.language);
  answer.etag = std::move(record->etag);
  if (names_etag(call.request.if_none_match, answer.etag)) {
    answer.status = 304;
    answer.type = MediaType::none;
  } else {
    answer.body = std::move(record->json);
  }
}

void put_record(const Call& call, Finish finish) {
  if (auto known = expect_only(call.query, {}); !known)
    return finish_with(finish, known.error(), call.language);
  call.service->put_async(call.collection, call.id, call.request.body, {call.request.if_match, call.reach},
                          answering(call, std::move(finish)), call.caller);
}

void delete_record(const Call& call, Finish finish) {
  if (auto known = expect_only(call.query, {}); !known)
    return finish_with(finish, known.error(), call.language);
  call.service->remove_async(call.collection, call.id, {call.request.if_match, call.reach},
                             answering(call, std::move(finish)), call.caller);
}

}  // namespace talentmatch
