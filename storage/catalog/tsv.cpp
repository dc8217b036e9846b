#include "storage/catalog/tsv.hpp"

#include <algorithm>

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <simdjson.h>

namespace talentmatch {
namespace {

using Split = std::vector<std::string_view>;

// Cuts text up to the next separator off and returns it.
std::string_view cut(std::string_view& text, char separator) {
  const auto end = std::min(text.find(separator), text.size());
  const auto part = text.substr(0, end);
  text.remove_prefix(std::min(end + 1, text.size()));
  return part;
}

void split(std::string_view line, Split& cells) {
  cells.clear();
  const auto tabs = std::ranges::count(line, '\t');
  for (auto i = tabs; i >= 0; --i) cells.push_back(cut(line, '\t'));
}

std::string place(std::string_view file, std::size_t line) {
  return fmt::format("{}:{}", file, line);
}

Result<std::vector<std::size_t>> positions_of(std::span<const std::string_view> columns, const Split& header,
                                              const std::string& where) {
  std::vector<std::size_t> positions;
  for (const auto column : columns) {
    const auto at = std::ranges::find(header, column);
    if (at == header.end()) {
      return fail({.code = ErrorCode::invalid_value,
                   .field = where,
                   .detail = fmt::format("the header must name the columns {}", fmt::join(columns, ", "))});
    }
    positions.push_back(static_cast<std::size_t>(at - header.begin()));
  }
  return positions;
}

// The lines of a file that are not comments, with their numbers.
class Lines {
 public:
  explicit Lines(std::string_view text) : rest_(text) {
    constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
    if (rest_.starts_with(kByteOrderMark)) rest_.remove_prefix(kByteOrderMark.size());
  }

  bool next() {
    while (!rest_.empty()) {
      line_ = cut(rest_, '\n');
      if (line_.ends_with('\r')) line_.remove_suffix(1);
      ++number_;
      if (!line_.empty() && !line_.starts_with('#')) return true;
    }
    return false;
  }
  std::string_view line() const { return line_; }
  std::size_t number() const { return number_; }

 private:
  std::string_view rest_;
  std::string_view line_;
  std::size_t number_ = 0;
};

Error wrong_cells(std::string where, std::size_t expected, std::size_t given) {
  return {.code = ErrorCode::invalid_value,
          .field = std::move(where),
          .detail = fmt::format("{} columns expected, {} given", expected, given)};
}

}  // namespace

Result<void> read_tsv(std::string_view file, std::string_view text, std::span<const std::string_view> columns,
                      const std::function<void(std::span<const std::string_view>)>& take) {
  if (!simdjson::validate_utf8(text.data(), text.size())) {
    return fail({.code = ErrorCode::invalid_utf8, .field = std::string(file)});
  }
  Lines lines(text);
  Split cells;
  if (lines.next()) split(lines.line(), cells);
  const auto positions = positions_of(columns, cells, place(file, std::max(lines.number(), std::size_t{1})));
  if (!positions) return fail(positions.error());
  const auto width = cells.size();
  Split asked(columns.size());
  while (lines.next()) {
    split(lines.line(), cells);
    if (cells.size() != width) return fail(wrong_cells(place(file, lines.number()), width, cells.size()));
    std::ranges::transform(*positions, asked.begin(), [&cells](std::size_t at) { return cells[at]; });
    take(asked);
  }
  return {};
}

}  // namespace talentmatch
