#pragma once
// Text in columns for a terminal; a Chinese character takes two places.

#include <string>
#include <string_view>
#include <vector>

namespace talentmatch {

// A row is its cells, and lines that follow it over the whole width.
struct TableRow {
  std::vector<std::string> cells;
  std::vector<std::string> notes;
};

std::size_t display_width(std::string_view text);
std::string format_table(const std::vector<TableRow>& rows);

}  // namespace talentmatch
