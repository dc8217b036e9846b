#pragma once
// What the store keeps of a run, read piece by piece. Any thread.

#include <string>
#include <string_view>
#include <vector>

#include "storage/service/placements/placement_run.hpp"
#include "storage/service/placements/run_postings.hpp"
#include "storage/service/placements/run_rows.hpp"
#include "storage/store/store.hpp"

namespace talentmatch {

// Calls f(text) -> Result<void> for every piece; its error ends it. Errors: f's, those of the store.
template <class F>
Result<void> for_each_piece(const Store& store, const RunHead& head, PieceKind kind, F f) {
  for (std::size_t piece = 0; piece < firsts_of(head, kind).size(); ++piece) {
    const auto text = store.document(piece_name(kind, head.number, piece));
    if (!text) return fail(text.error());
    if (auto done = f(std::string_view(*text)); !done) return done;
  }
  return {};
}

// Calls f(row) -> Result<void> for every row, by graduate. A row lives until f returns. Errors: f's,
// corrupt_data, io_error.
template <class F>
Result<void> for_each_row(const Store& store, const RunHead& head, F f) {
  return for_each_piece(store, head, PieceKind::rows, [&](std::string_view text) -> Result<void> {
    const auto rows = read_rows(text);
    if (!rows) return fail(rows.error());
    for (const RunRow& row : *rows) {
      if (auto done = f(row); !done) return done;
    }
    return {};
  });
}

// The same for every posting, by id.
template <class F>
Result<void> for_each_posting(const Store& store, const RunHead& head, F f) {
  return for_each_piece(store, head, PieceKind::postings, [&](std::string_view text) {
    return for_each_line(text, [&](std::string_view line) -> Result<void> {
      const auto posting = read_posting(line);
      return posting ? f(*posting) : fail(posting.error());
    });
  });
}

// The complete lines that begin with the key: of a posting one or none, of a graduate one, none, or in mode
// `lists` any number. O(a piece). Errors: those of the store.
Result<std::string> lines_of(const Store& store, const RunHead& head, PieceKind kind, std::string_view key);

}  // namespace talentmatch
