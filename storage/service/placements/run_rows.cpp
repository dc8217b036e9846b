#include "storage/service/placements/run_rows.hpp"

#include <array>
#include <charconv>

#include <fmt/format.h>

#include "engine/ranking/evaluation.hpp"
#include "storage/codec/json_text.hpp"

namespace talentmatch {
namespace {

constexpr std::size_t kColumns = 8;

template <class Number>
bool read_number(std::string_view text, Number& number, int base = 10) {
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number, base);
  return error == std::errc{} && end == text.data() + text.size();
}

Result<RunRow> read_row(std::string_view line) {
  std::array<std::string_view, kColumns> cells;
  std::size_t count = 0;
  for (; count < kColumns; ++count) {
    const auto comma = line.find(',');
    cells[count] = line.substr(0, comma);
    if (comma == std::string_view::npos) break;
    line.remove_prefix(comma + 1);
  }
  RunRow row{.graduate = cells[0], .posting = cells[1], .reason = cells[5]};
  const bool sound = count + 1 == kColumns && read_number(cells[2], row.rank) &&
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

void RunRows::add(const RunRow& row) {
  if (pieces_.empty() || pieces_.back().size() >= kPieceBytes) {
    pieces_.emplace_back();
    firsts_.emplace_back(row.graduate);
  }
  fmt::format_to(std::back_inserter(pieces_.back()), "{},{},{},{},{},{},{:x},{:x}\n", row.graduate,
                 row.posting, row.rank, row.employer_view, row.graduate_view, row.reason, row.graduate_seal,
                 row.posting_seal);
}

Result<std::vector<RunRow>> read_rows(std::string_view piece) {
  std::vector<RunRow> rows;
  while (!piece.empty()) {
    const auto end = piece.find('\n');
    auto row = read_row(piece.substr(0, end));
    if (!row) return fail(std::move(row.error()));
    rows.push_back(*row);
    piece.remove_prefix(end == std::string_view::npos ? piece.size() : end + 1);
  }
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
