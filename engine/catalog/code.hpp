#pragma once
// What the digits of a code say. Majors, classes and categories: the first digit is the catalogue, two digits
// the category, four the class. Regions (GB/T 2260): two digits the province, four the prefecture.

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace talentmatch::code {

constexpr std::size_t kClassDigits = 4;
constexpr std::size_t kMajorDigits = 6;

// 0 本科, 1 职业本科, 2 高职专科, 3 中职: two first digits each.
constexpr int catalogue_of(std::string_view code) {
  return (code[0] - '0') / 2;
}
constexpr bool is_vocational(std::string_view code) {
  return catalogue_of(code) != 0;
}

constexpr int two_digits(std::string_view code, std::size_t at) {
  return (code[at] - '0') * 10 + (code[at + 1] - '0');
}

// The category aligned across catalogues: the vocational ones lie 20 apart (71 ↔ 51 ↔ 31), so 中职 71 and
// 高职专科 51 give the same; the academic ones (01–14) stay by themselves. Below 40.
constexpr int family_key(std::string_view code) {
  const int category = two_digits(code, 0);
  return is_vocational(code) ? 20 + category % 20 : category;
}
// The class aligned likewise, of a code of four digits or more. Below 4000.
constexpr int class_key(std::string_view code) {
  return family_key(code) * 100 + two_digits(code, 2);
}

bool all_digits(std::string_view text);
// A code of a major, class or category with so many digits; the first is 0…7 (see catalogue_of).
bool is_major_code(std::string_view code, std::size_t digits);
bool is_region_code(std::string_view code);

// "080910TK" → "080910": the marks of special and state-controlled majors are not part of the code.
std::string_view without_marks(std::string_view code);

constexpr bool is_municipality(std::string_view region) {
  const auto province = region.substr(0, 2);
  return province == "11" || province == "12" || province == "31" || province == "50";
}
constexpr bool is_province(std::string_view region) {
  return region.substr(2) == "0000";
}
// A unit directly under a province, such as 419001 济源市.
constexpr bool is_directly_governed(std::string_view region) {
  return region.substr(2, 2) == "90";
}

}  // namespace talentmatch::code
