#include "server/resources/audit.hpp"

#include <charconv>
#include <limits>

#include "server/http/problem.hpp"
#include "server/resources/parameters.hpp"
#include "storage/audit/audit_reader.hpp"
#include "storage/codec/text_form.hpp"

namespace talentmatch {

namespace {

constexpr std::size_t kUsualLimit = 100;
constexpr int kMostEntries = 1000;

Result<std::uint64_t> number_after(const Query& query) {
  const auto text = query.get("after");
  if (!text) return 0;
  std::uint64_t number = 0;
  const auto [end, error] = std::from_chars(text->data(), text->data() + text->size(), number);
  if (error == std::errc{} && end == text->data() + text->size() &&
      number < std::numeric_limits<std::uint64_t>::max())
    return number;
  return fail({.code = ErrorCode::invalid_option,
               .field = "after",
               .value = shortened(*text),
               .detail = "the number of an entry"});
}

Result<AuditQuestion> audit_question(const Query& query) {
  if (auto known = expect_only(query, {"after", "limit", "person"}); !known) return fail(known.error());
  const auto after = number_after(query);
  if (!after) return fail(after.error());
  const auto person = query.get("person").value_or(std::string_view{});
  if (query.get("person") && !is_id(person)) {
    return fail({.code = ErrorCode::invalid_option, .field = "person", .detail = std::string(kIdForm)});
  }
  return AuditQuestion{.person = std::string(person), .after = *after};
}

}  // namespace

void get_audit(const Call& call, Answer& answer) {
  const auto question = audit_question(call.query);
  if (!question) return set_option_error(answer, question.error(), call.language);
  const auto limit = count(call.query, "limit", 1, kMostEntries);
  if (!limit) return set_option_error(answer, limit.error(), call.language);
  const auto told = call.service->audit_page(*question, limit->value_or(kUsualLimit), answer.body);
  if (!told) set_error(answer, told.error(), call.language);
}

}  // namespace talentmatch
