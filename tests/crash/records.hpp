#pragma once
// The records that the crash test writes, as the server gives them back.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>

namespace talentmatch::testing {

// Not seeking, so that placement runs leave them alone.
inline std::string idle_graduate(std::string_view id, std::uint64_t value) {
  return fmt::format(
      R"({{"id":"{}","school":"S1","major":"510201","level":"junior_college","year":2026,"expected_pay":{},"status":"away"}})",
      id, value);
}

inline std::vector<std::string> lines_of(std::string_view text) {
  std::vector<std::string> lines;
  while (!text.empty()) {
    const auto end = text.find('\n');
    lines.emplace_back(text.substr(0, end));
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  }
  return lines;
}

}  // namespace talentmatch::testing
