#include "engine/catalog/code.hpp"

#include <algorithm>

namespace talentmatch::code {

bool all_digits(std::string_view text) {
  return std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

bool is_major_code(std::string_view code, std::size_t digits) {
  return code.size() == digits && all_digits(code) && code[0] <= '7' && family_key(code) % 20 != 0;
}

bool is_region_code(std::string_view code) {
  return code.size() == 6 && all_digits(code) && code.substr(0, 2) != "00";
}

std::string_view without_marks(std::string_view code) {
  if (code.size() <= kMajorDigits) return code;
  const auto marks = code.substr(kMajorDigits);
  return marks == "T" || marks == "K" || marks == "TK" ? code.substr(0, kMajorDigits) : code;
}

}  // namespace talentmatch::code
