#pragma once
// Writing JSON: text with the least escaping (UTF-8 is kept as it is), integers, days.

#include <array>
#include <charconv>
#include <concepts>
#include <string>
#include <string_view>

#include "engine/model/date.hpp"

namespace talentmatch {

// Quoted. The text must be UTF-8.
void append_text(std::string& out, std::string_view text);

inline void append_text_or_null(std::string& out, std::string_view text) {
  if (text.empty()) {
    out += "null";
  } else {
    append_text(out, text);
  }
}

template <std::integral Number>
void append_number(std::string& out, Number value) {
  std::array<char, 24> digits;
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr;
  out.append(digits.data(), end);
}

inline void append_flag(std::string& out, bool value) {
  out += value ? "true" : "false";
}

inline void append_day(std::string& out, Date day) {
  out += '"';
  out += format_date(day);
  out += '"';
}

// Comma-separated, each item by `append(item)`.
template <class Items, class Append>
void append_list(std::string& out, const Items& items, Append append) {
  out += '[';
  bool first = true;
  for (const auto& item : items) {
    if (!first) out += ',';
    first = false;
    append(item);
  }
  out += ']';
}

}  // namespace talentmatch
