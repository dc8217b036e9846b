#include "storage/service/placements/kept_pieces.hpp"

#include <algorithm>

namespace talentmatch {
namespace {

void append_lines(std::string& out, std::string_view piece, std::string_view key) {
  while (!piece.empty()) {
    const auto length = std::min(piece.find('\n'), piece.size() - 1) + 1;
    const auto line = piece.substr(0, length);
    if (line.starts_with(key) && line.substr(key.size()).starts_with(',')) out += line;
    piece.remove_prefix(length);
  }
}

}  // namespace

// They lie in the last piece that begins at or before the key, and, where several have one key, perhaps in
// those after it.
Result<std::string> lines_of(const Store& store, const RunHead& head, PieceKind kind, std::string_view key) {
  const auto& firsts = firsts_of(head, kind);
  const auto after = std::ranges::lower_bound(firsts, key) - firsts.begin();
  std::string lines;
  for (auto piece = static_cast<std::size_t>(std::max<std::ptrdiff_t>(after - 1, 0));
       piece < firsts.size() && firsts[piece] <= key; ++piece) {
    const auto text = store.document(piece_name(kind, head.number, piece));
    if (!text) return fail(text.error());
    append_lines(lines, *text, key);
  }
  return lines;
}

}  // namespace talentmatch
