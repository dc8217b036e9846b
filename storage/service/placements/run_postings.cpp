#include "storage/service/placements/run_postings.hpp"

#include <fmt/format.h>

#include "storage/codec/json_text.hpp"

namespace talentmatch {
namespace {

constexpr std::size_t kOutcomeColumns = 11;
constexpr std::string_view kShut = "-";

// Empty: seats are free.
std::string kept_cutoff(const Cutoff& cutoff) {
  if (cutoff.open) return {};
  if (cutoff.shut) return std::string(kShut);
  return fmt::format("{}:{:x}", cutoff.employer_view, cutoff.lottery);
}

bool read_cutoff(std::string_view text, Cutoff& cutoff) {
  if (text.empty()) return true;
  cutoff.open = false;
  cutoff.shut = text == kShut;
  if (cutoff.shut) return true;
  const auto colon = text.find(':');
  return colon != std::string_view::npos && read_number(text.substr(0, colon), cutoff.employer_view) &&
         read_number(text.substr(colon + 1), cutoff.lottery, 16);
}

int shown_value(SeatOrder order, const Cutoff& cutoff) {
  return order == SeatOrder::given_list ? cutoff.employer_view + 1 : cutoff.employer_view;
}

void append_cutoff(std::string& out, SeatOrder order, const Cutoff& cutoff) {
  if (cutoff.open) {
    out += "null";
    return;
  }
  const std::string_view name = order == SeatOrder::given_list ? "place" : "employer_view";
  if (cutoff.shut) {
    fmt::format_to(std::back_inserter(out), R"({{"{}":null,"lottery":null}})", name);
    return;
  }
  fmt::format_to(std::back_inserter(out), R"({{"{}":{},"lottery":"{}"}})", name, shown_value(order, cutoff),
                 lottery_text(cutoff.lottery));
}

void append_csv_cutoff(std::string& out, SeatOrder order, const Cutoff& cutoff) {
  if (!has_cutoffs(order) || cutoff.open) {
    out += ",,";
  } else if (cutoff.shut) {
    out += ",none,";
  } else {
    fmt::format_to(std::back_inserter(out), ",{},{}", shown_value(order, cutoff),
                   lottery_text(cutoff.lottery));
  }
}

void append_json_posting(std::string& out, const RunPosting& posting) {
  const PostingOutcome& seats = posting.outcome;
  out += "{\"posting\":";
  append_text(out, posting.posting);
  fmt::format_to(
      std::back_inserter(out),
      R"(,"seats":{},"filled":{},"reserved":{},"filled_reserved":{},"released":{},"free":{},"order":"{}",)",
      seats.seats, seats.filled, seats.reserved, seats.filled_reserved, seats.released, seats.free(),
      word(posting.order));
  append_cutoffs(out, posting.order, seats);
  out += "}\n";
}

void append_csv_posting(std::string& out, const RunPosting& posting) {
  const PostingOutcome& seats = posting.outcome;
  fmt::format_to(std::back_inserter(out), "{},{},{},{},{},{},{},{}", posting.posting, seats.seats,
                 seats.filled, seats.reserved, seats.filled_reserved, seats.released, seats.free(),
                 word(posting.order));
  append_csv_cutoff(out, posting.order, seats.open);
  append_csv_cutoff(out, posting.order, seats.reserve);
  out += '\n';
}

}  // namespace

void append_line(Pieces& pieces, const RunPosting& posting) {
  const PostingOutcome& seats = posting.outcome;
  const bool told = has_cutoffs(posting.order);
  fmt::format_to(std::back_inserter(pieces.piece_for(posting.posting)),
                 "{},{},{},{},{},{},{},{},{},{},{:x}\n", posting.posting, posting.place, word(posting.order),
                 seats.seats, seats.reserved, seats.filled, seats.filled_reserved, seats.released,
                 told ? kept_cutoff(seats.open) : "", told ? kept_cutoff(seats.reserve) : "", posting.seal);
}

Result<RunPosting> read_posting(std::string_view line) {
  std::array<std::string_view, kOutcomeColumns> cells;
  const auto count = split_columns(line, cells);
  RunPosting posting{.posting = cells[0], .outcome = {}};
  PostingOutcome& seats = posting.outcome;
  const auto order = parse_word<SeatOrder>(cells[2]);
  const bool sound = count == kOutcomeColumns && order && read_number(cells[1], posting.place) &&
                     read_number(cells[3], seats.seats) && read_number(cells[4], seats.reserved) &&
                     read_number(cells[5], seats.filled) && read_number(cells[6], seats.filled_reserved) &&
                     read_number(cells[7], seats.released) && read_cutoff(cells[8], seats.open) &&
                     read_cutoff(cells[9], seats.reserve) && read_number(cells[10], posting.seal, 16);
  if (!sound) return fail({.code = ErrorCode::corrupt_data, .detail = "a posting of a placement run"});
  posting.order = *order;
  return posting;
}

void append_cutoffs(std::string& out, SeatOrder order, const PostingOutcome& outcome) {
  out += "\"cutoffs\":";
  if (!has_cutoffs(order)) {
    out += "null";
    return;
  }
  out += "{\"open\":";
  append_cutoff(out, order, outcome.open);
  out += ",\"members\":";
  append_cutoff(out, order, outcome.reserve);
  out += '}';
}

void append_posting(std::string& out, const RunPosting& posting, RowFormat format) {
  if (format == RowFormat::csv) {
    append_csv_posting(out, posting);
  } else {
    append_json_posting(out, posting);
  }
}

std::string lottery_text(std::uint64_t number) {
  return fmt::format("{:016x}", number);
}

}  // namespace talentmatch
