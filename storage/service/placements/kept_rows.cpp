#include "storage/service/placements/kept_rows.hpp"

#include <algorithm>

namespace talentmatch {
namespace {

// Lines that begin with the key and a comma.
void append_lines(std::string& out, std::string_view piece, std::string_view key) {
  while (!piece.empty()) {
    const auto length = std::min(piece.find('\n'), piece.size() - 1) + 1;
    const auto line = piece.substr(0, length);
    if (line.starts_with(key) && line.substr(key.size()).starts_with(',')) out += line;
    piece.remove_prefix(length);
  }
}

}  // namespace

// They lie in the last piece that begins at or before the graduate, and, where several belong to one
// graduate, perhaps in those after it.
Result<std::string> lines_of(const Store& store, const RunHead& head, std::string_view graduate) {
  const auto after = std::ranges::lower_bound(head.firsts, graduate) - head.firsts.begin();
  std::string lines;
  for (auto piece = static_cast<std::size_t>(std::max<std::ptrdiff_t>(after - 1, 0));
       piece < head.firsts.size() && head.firsts[piece] <= graduate; ++piece) {
    const auto text = store.document(piece_name(head.number, piece));
    if (!text) return fail(text.error());
    append_lines(lines, *text, graduate);
  }
  if (!lines.empty()) return lines;
  return fail({.code = ErrorCode::not_found, .field = "graduate", .value = excerpt(graduate)});
}

}  // namespace talentmatch
