#include "tools/json_answer.hpp"

#include <fmt/format.h>

namespace talentmatch {
namespace {

Failure failure_of(const JsonElement& error) {
  const auto code = text_of(error, "code");
  const bool misuse = code == name_of(ErrorCode::invalid_option) ||
                      code == name_of(ErrorCode::invalid_weights) ||
                      code == name_of(ErrorCode::invalid_cursor);
  return {std::string(text_of(error, "message")), misuse ? kMisused : kFailed};
}

}  // namespace

std::string_view text_of(const JsonElement& object, std::string_view name) {
  std::string_view text;
  return object[name].get(text) == simdjson::SUCCESS ? text : std::string_view{};
}

std::int64_t number_of(const JsonElement& object, std::string_view name) {
  std::int64_t number = 0;
  return object[name].get(number) == simdjson::SUCCESS ? number : 0;
}

std::vector<JsonElement> list_of(const JsonElement& object, std::string_view name) {
  simdjson::dom::array list;
  if (object[name].get(list) != simdjson::SUCCESS) return {};
  return {list.begin(), list.end()};
}

bool has(const JsonElement& object, std::string_view name) {
  return object[name].error() == simdjson::SUCCESS;
}

std::unexpected<Failure> refusal(std::string_view body, unsigned status) {
  simdjson::dom::parser parser;
  JsonElement error;
  if (parser.parse(body.data(), body.size())["error"].get(error) == simdjson::SUCCESS) {
    return std::unexpected(failure_of(error));
  }
  return give_up(fmt::format("the server answered with status {}", status));
}

Outcome<std::string> single_item(const std::string& batch_answer) {
  simdjson::dom::parser parser;
  JsonElement item;
  if (parser.parse(batch_answer)["items"].at(0).get(item) != simdjson::SUCCESS) {
    return give_up("the answer has no item");
  }
  JsonElement error;
  if (item["error"].get(error) == simdjson::SUCCESS) return std::unexpected(failure_of(error));
  return std::string(simdjson::minify(item));
}

}  // namespace talentmatch
