#include "storage/codec/json_parser.hpp"

#include <utility>

#include "storage/codec/json_number.hpp"

namespace talentmatch {
namespace {

// simdjson keeps about fourteen bytes for each byte of its largest input; after a long one it starts anew.
constexpr std::size_t kKeptBytes = 65'536;

Error error_of(simdjson::error_code code, std::string_view json) {
  if (code == simdjson::UTF8_ERROR) return {.code = ErrorCode::invalid_utf8};
  if (code == simdjson::NUMBER_ERROR) {
    if (auto error = find_oversized_number(json)) return *std::move(error);
  }
  return {.code = ErrorCode::invalid_json, .detail = simdjson::error_message(code)};
}

}  // namespace

Result<JsonObject> JsonParser::parse_object(std::string_view json) {
  if (parser_.capacity() > kKeptBytes && json.size() <= kKeptBytes) parser_ = simdjson::dom::parser{};
  JsonElement element;
  const auto error = parser_.parse(json.data(), json.size()).get(element);
  if (error != simdjson::SUCCESS) return fail(error_of(error, json));
  JsonObject object;
  if (element.get(object) != simdjson::SUCCESS) return fail({.code = ErrorCode::not_an_object});
  return object;
}

}  // namespace talentmatch
