#include "storage/codec/answer_json.hpp"
#include "storage/codec/answer_parts.hpp"
#include "storage/codec/json_text.hpp"
#include "storage/codec/text_form.hpp"

namespace talentmatch {
namespace {

constexpr std::string_view kLink = "/openapi.json#/components/schemas/Error";

// Where texts come from outside unread (a path, a query), an error must not carry broken ones on.
Error clean(Error error) {
  for (std::string* text : {&error.field, &error.value, &error.detail}) {
    if (!is_utf8(*text)) text->clear();
  }
  return error;
}

}  // namespace

void append_error(std::string& out, const Error& given, Language language) {
  const Error error = clean(given);
  out += "{\"error\":{\"code\":";
  append_text(out, name_of(error.code));
  out += ",\"message\":";
  append_text(out, message(error, language));
  if (!error.field.empty()) {
    out += ",\"field\":";
    append_text(out, error.field);
  }
  if (!error.value.empty()) {
    out += ",\"value\":";
    append_text(out, error.value);
  }
  if (!error.suggestions.empty()) {
    out += ',';
    append_suggestions(out, error.suggestions);
  }
  out += ",\"link\":";
  append_text(out, kLink);
  out += "}}";
}

}  // namespace talentmatch
