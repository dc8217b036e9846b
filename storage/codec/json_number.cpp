#include "storage/codec/json_number.hpp"

#include <string>

#include <simdjson.h>

#include "storage/codec/field_path.hpp"
#include "storage/codec/text_form.hpp"

namespace talentmatch {
namespace {

namespace ondemand = simdjson::ondemand;

std::size_t skip_digits(std::string_view text, std::size_t at) {
  while (at < text.size() && text[at] >= '0' && text[at] <= '9') ++at;
  return at;
}

// The number at the start of the token if it is one by JSON's grammar, else empty.
std::string_view number_in(std::string_view token) {
  const std::size_t first = token.starts_with('-') ? 1 : 0;
  std::size_t end = skip_digits(token, first);
  if (end == first || (token[first] == '0' && end > first + 1)) return {};
  if (end < token.size() && token[end] == '.') {
    const std::size_t fraction = end + 1;
    end = skip_digits(token, fraction);
    if (end == fraction) return {};
  }
  if (end < token.size() && (token[end] == 'e' || token[end] == 'E')) {
    std::size_t exponent = end + 1;
    if (exponent < token.size() && (token[exponent] == '+' || token[exponent] == '-')) ++exponent;
    end = skip_digits(token, exponent);
    if (end == exponent) return {};
  }
  return token.substr(0, end);
}

std::optional<Error> find_in(ondemand::value value);

std::optional<Error> find_in(ondemand::object object) {
  for (auto member : object) {
    std::string_view name;
    ondemand::value value;
    if (member.unescaped_key().get(name) != simdjson::SUCCESS) return std::nullopt;
    if (member.value().get(value) != simdjson::SUCCESS) return std::nullopt;
    const std::string kept(name);
    if (auto error = find_in(value)) {
      prepend_name(error->field, shortened(kept));
      return error;
    }
  }
  return std::nullopt;
}

std::optional<Error> find_in(ondemand::array array) {
  std::size_t index = 0;
  for (auto item : array) {
    ondemand::value value;
    if (item.get(value) != simdjson::SUCCESS) return std::nullopt;
    if (auto error = find_in(value)) {
      prepend_index(error->field, index);
      return error;
    }
    ++index;
  }
  return std::nullopt;
}

std::optional<Error> find_in(ondemand::value value) {
  ondemand::json_type type{};
  if (value.type().get(type) != simdjson::SUCCESS) return std::nullopt;
  if (type == ondemand::json_type::object) return find_in(value.get_object().value_unsafe());
  if (type == ondemand::json_type::array) return find_in(value.get_array().value_unsafe());
  if (type != ondemand::json_type::number) return std::nullopt;
  const std::string_view number = number_in(value.raw_json_token());
  ondemand::number held;
  if (number.empty() || value.get_number().get(held) == simdjson::SUCCESS) return std::nullopt;
  return Error{.code = ErrorCode::out_of_range, .value = shortened(number)};
}

}  // namespace

std::optional<Error> find_oversized_number(std::string_view json) {
  const simdjson::padded_string padded(json);
  ondemand::parser parser;
  ondemand::document document;
  if (parser.iterate(padded).get(document) != simdjson::SUCCESS) return std::nullopt;
  ondemand::object object;
  if (document.get_object().get(object) != simdjson::SUCCESS) return std::nullopt;
  return find_in(object);
}

}  // namespace talentmatch
