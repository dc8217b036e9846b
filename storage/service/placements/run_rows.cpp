#include "storage/service/placements/run_rows.hpp"

#include <fmt/format.h>

#include "engine/ranking/evaluation.hpp"
#include "storage/codec/json_text.hpp"

namespace talentmatch {
namespace {

constexpr std::size_t kRowColumns = 9;  // the last one only where there are bans

Result<RunRow> read_row(std::string_view line) {
  std::array<std::string_view, kRowColumns> cells;
  const auto count = split_columns(line, cells);
  RunRow row{.graduate = cells[0], .posting = cells[1], .reason = cells[5], .banned = cells[8]};
  const bool sound = count + 1 >= kRowColumns && read_number(cells[2], row.rank) &&
                     read_number(cells[3], row.employer_view) && read_number(cells[4], row.graduate_view) &&
                     read_number(cells[6], row.graduate_seal, 16) &&
                     read_number(cells[7], row.posting_seal, 16);
  if (!sound) return fail({.code = ErrorCode::corrupt_data, .detail = "a row of a placement run"});
  return row;
}

void append_json_row(std::string& out, const RunRow& row) {
  out += "{\"graduate\":";
  append_text(out, row.graduate);
  out += ",\"posting\":";
  append_text_or_null(out, row.posting);
  if (!row.posting.empty()) {
    fmt::format_to(std::back_inserter(out), R"(,"rank":{},"employer_view":{},"graduate_view":{},"score":{})",
                   row.rank, row.employer_view, row.graduate_view,
                   mutual_score(row.employer_view, row.graduate_view));
  }
  out += ",\"reason\":";
  append_text(out, row.reason);
  out += "}\n";
}

void append_csv_row(std::string& out, const RunRow& row) {
  if (row.posting.empty()) {
    fmt::format_to(std::back_inserter(out), "{},,,,,,{}\n", row.graduate, row.reason);
    return;
  }
  fmt::format_to(std::back_inserter(out), "{},{},{},{},{},{},{}\n", row.graduate, row.posting, row.rank,
                 row.employer_view, row.graduate_view, mutual_score(row.employer_view, row.graduate_view),
                 row.reason);
}

}  // namespace

void append_line(Pieces& pieces, const RunRow& row) {
  fmt::format_to(std::back_inserter(pieces.piece_for(row.graduate)), "{},{},{},{},{},{},{:x},{:x}{}{}\n",
                 row.graduate, row.posting, row.rank, row.employer_view, row.graduate_view, row.reason,
                 row.graduate_seal, row.posting_seal, row.banned.empty() ? "" : ",", row.banned);
}

Result<std::vector<RunRow>> read_rows(std::string_view piece) {
  std::vector<RunRow> rows;
  const auto read = for_each_line(piece, [&](std::string_view line) -> Result<void> {
    auto row = read_row(line);
    if (!row) return fail(std::move(row.error()));
    rows.push_back(*row);
    return {};
  });
  if (!read) return fail(read.error());
  return rows;
}

void append_row(std::string& out, const RunRow& row, RowFormat format) {
  if (format == RowFormat::csv) {
    append_csv_row(out, row);
  } else {
    append_json_row(out, row);
  }
}

}  // namespace talentmatch
