#pragma once
// The rows of a run as the store keeps them, read piece by piece. Any thread.

#include <string>
#include <string_view>
#include <vector>

#include "storage/service/placements/placement_run.hpp"
#include "storage/service/placements/run_rows.hpp"
#include "storage/store/store.hpp"

namespace talentmatch {

// Calls f(row) -> Result<void> for every row, by graduate; its error ends it. A row lives until f returns.
// Errors: f's, corrupt_data, io_error.
template <class F>
Result<void> for_each_row(const Store& store, const RunHead& head, F f) {
  for (std::size_t piece = 0; piece < head.firsts.size(); ++piece) {
    const auto text = store.document(piece_name(head.number, piece));
    if (!text) return fail(text.error());
    const auto rows = read_rows(*text);
    if (!rows) return fail(rows.error());
    for (const RunRow& row : *rows) {
      if (auto done = f(row); !done) return done;
    }
  }
  return {};
}

// The lines of one graduate: one, or in mode `lists` any number. O(a piece). Errors: not_found, corrupt_data,
// io_error.
Result<std::string> lines_of(const Store& store, const RunHead& head, std::string_view graduate);

}  // namespace talentmatch
