#include "storage/codec/text_form.hpp"

#include <algorithm>

#include <fmt/format.h>
#include <simdjson.h>

namespace talentmatch {
namespace {

constexpr std::size_t kShownBytes = 64;
constexpr std::string_view kEllipsis = "…";

constexpr bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

constexpr bool is_id_character(char c) {
  return is_digit(c) || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '.' || c == '_' ||
         c == ':' || c == '-';
}

constexpr bool is_continuation(char c) {
  return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U;
}

}  // namespace

bool is_id(std::string_view text) {
  return !text.empty() && text.size() <= 64 && std::ranges::all_of(text, is_id_character);
}

bool is_occupation_code(std::string_view text) {
  static constexpr std::string_view kForm = "d-dd-dd-dd";
  return std::ranges::equal(text, kForm, [](char c, char f) { return f == 'd' ? is_digit(c) : c == f; });
}

bool is_utf8(std::string_view text) {
  return simdjson::validate_utf8(text.data(), text.size());
}

bool has_control_character(std::string_view text) {
  unsigned char before = 0;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x20 || byte == 0x7F) return true;
    if (before == 0xC2 && byte < 0xA0) return true;  // U+0080…U+009F
    before = byte;
  }
  return false;
}

std::string shortened(std::string_view text) {
  if (text.size() <= kShownBytes) return std::string(text);
  std::size_t end = kShownBytes - kEllipsis.size();
  while (end > 0 && is_continuation(text[end])) --end;
  std::string result(text.substr(0, end));
  return result += kEllipsis;
}

Result<void> check_text(std::string_view text, std::size_t max_bytes) {
  if (text.size() > max_bytes) {
    return fail({.code = ErrorCode::too_long,
                 .value = shortened(text),
                 .detail = fmt::format("≤ {} bytes", max_bytes)});
  }
  if (text.empty()) {
    return fail({.code = ErrorCode::invalid_value, .detail = fmt::format("1…{} bytes", max_bytes)});
  }
  if (has_control_character(text)) {
    return fail({.code = ErrorCode::invalid_value,
                 .value = shortened(text),
                 .detail = "no U+0000…U+001F, U+007F…U+009F"});
  }
  return {};
}

}  // namespace talentmatch
