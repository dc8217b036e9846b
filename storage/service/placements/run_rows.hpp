#pragma once
// What a run proposes, a line of text a row: graduate, posting, rank, E, S, reason, the seals of the two
// records, and where there are any the postings that the graduate was never to get. A graduate without a
// posting has empty fields.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "engine/model/error.hpp"
#include "storage/service/placements/columns.hpp"

namespace talentmatch {

struct RunRow {
  std::string_view graduate;
  std::string_view posting{};  // empty = none
  std::int32_t rank = 0;       // in the graduate's own list, from 1; 0 = none or not on it
  std::int32_t employer_view = 0;
  std::int32_t graduate_view = 0;
  std::string_view reason{};
  std::uint64_t graduate_seal = 0;
  std::uint64_t posting_seal = 0;  // 0 = no posting
  std::string_view banned{};       // ids with spaces between

  bool erased() const { return graduate.empty(); }
};
// In the place of a row whose graduate was erased, so that the others keep their numbers.
inline constexpr std::string_view kErasedLine = ",,0,0,0,,0,0\n";

enum class RowFormat : std::uint8_t { ndjson, csv };

void append_line(Pieces& pieces, const RunRow& row);

// All rows of a piece, in order. Error: corrupt_data.
Result<std::vector<RunRow>> read_rows(std::string_view piece);

// As answers show it, with the line's end; without seals.
void append_row(std::string& out, const RunRow& row, RowFormat format);
inline constexpr std::string_view kCsvHead =
    "graduate,posting,rank,employer_view,graduate_view,score,reason\n";

}  // namespace talentmatch
