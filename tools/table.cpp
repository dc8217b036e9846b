#include "tools/table.hpp"

#include <algorithm>

namespace talentmatch {
namespace {

constexpr std::size_t kGap = 2;

std::vector<std::size_t> column_widths(const std::vector<TableRow>& rows) {
  std::vector<std::size_t> widths;
  for (const auto& row : rows) {
    widths.resize(std::max(widths.size(), row.cells.size()));
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
      widths[i] = std::max(widths[i], display_width(row.cells[i]));
    }
  }
  return widths;
}

}  // namespace

// Three bytes and more are taken for wide: true of Chinese and of full-width signs.
std::size_t display_width(std::string_view text) {
  std::size_t width = 0;
  for (const char byte : text) {
    const auto value = static_cast<unsigned char>(byte);
    if (value >= 0xE0U) {
      width += 2;
    } else if ((value & 0xC0U) != 0x80U) {
      width += 1;
    }
  }
  return width;
}

std::string format_table(const std::vector<TableRow>& rows) {
  const auto widths = column_widths(rows);
  std::string out;
  for (const auto& row : rows) {
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
      out += row.cells[i];
      if (i + 1 < row.cells.size()) out.append(widths[i] - display_width(row.cells[i]) + kGap, ' ');
    }
    out += '\n';
    for (const auto& note : row.notes) out.append("      ").append(note) += '\n';
  }
  return out;
}

}  // namespace talentmatch
