#include "storage/service/placements/what_if.hpp"

#include <fmt/format.h>

#include "engine/placement/seat_change.hpp"
#include "storage/codec/json_text.hpp"
#include "storage/service/placements/settled_runs.hpp"

namespace talentmatch {
namespace {

bool is_better(const Assignment& a, const Assignment& b) {
  if (a.posting == kUnplaced || b.posting == kUnplaced) return a.posting != kUnplaced;
  return a.graduate_view != b.graduate_view ? a.graduate_view > b.graduate_view : a.posting < b.posting;
}

struct MoveCounts {
  std::size_t moved = 0;
  std::size_t placed = 0;
  std::size_t unplaced = 0;
  std::size_t improved = 0;

  void add(const SeatMove& move) {
    ++moved;
    if (move.before.posting == kUnplaced) ++placed;
    if (move.after.posting == kUnplaced) ++unplaced;
    if (is_better(move.after, move.before)) ++improved;
  }
};

// One who keeps the posting for another reason has not moved.
bool moves_away(const SeatMove& move) {
  return move.before.posting != move.after.posting;
}

std::string_view posting_id(const Field& field, const Assignment& got) {
  return got.posting == kUnplaced ? std::string_view{} : field.posting_id(got.posting);
}

Result<std::uint32_t> posting_row(const Field& field, std::string_view id) {
  const auto refuse = [&](ErrorCode code, std::string_view detail) {
    return fail({.code = code, .field = "posting", .value = excerpt(id), .detail = std::string(detail)});
  };
  if (!field.snapshot().find_posting(id)) return refuse(ErrorCode::not_found, "");
  const auto row = field.find_posting(id);
  return row ? Result<std::uint32_t>(*row) : refuse(ErrorCode::infeasible, "not open or out of scope");
}

void append_move_counts(std::string& out, std::span<const SeatMove> moves) {
  MoveCounts counts;
  for (const SeatMove& move : moves) {
    if (moves_away(move)) counts.add(move);
  }
  fmt::format_to(std::back_inserter(out),
                 R"("counts":{{"moved":{},"placed":{},"unplaced":{},"improved":{},"worse":{}}})",
                 counts.moved, counts.placed, counts.unplaced, counts.improved,
                 counts.moved - counts.improved);
}

void append_seat_moves(std::string& out, const Field& field, std::span<const SeatMove> moves) {
  std::string_view separator;
  for (const SeatMove& move : moves) {
    if (!moves_away(move)) continue;
    out += std::exchange(separator, ",");
    out += "{\"graduate\":";
    append_text(out, field.graduate_id(move.graduate));
    out += ",\"before\":";
    append_text_or_null(out, posting_id(field, move.before));
    out += ",\"after\":";
    append_text_or_null(out, posting_id(field, move.after));
    out += '}';
  }
}

}  // namespace

Result<void> append_what_if(const SettledRun& run, const RunHead& head, const SeatQuestion& question,
                            Ranker& ranker, std::string& out) {
  const auto posting = posting_row(run.field(), question.posting);
  if (!posting) return fail(posting.error());
  const auto moves = change_seats(run, *posting, question.by, ranker);
  if (!moves) return fail(moves.error());
  const auto seats = run.result().postings[*posting].seats;
  out += "{\"run\":";
  append_text(out, head.id());
  out += ",\"version\":";
  append_text(out, head.version);
  out += ",\"posting\":";
  append_text(out, question.posting);
  fmt::format_to(std::back_inserter(out), R"(,"seats":{{"before":{},"after":{}}},)", seats,
                 seats + question.by);
  append_move_counts(out, *moves);
  out += ",\"moved\":[";
  append_seat_moves(out, run.field(), *moves);
  out += "]}";
  return {};
}

Error told_in(Error error, Language language) {
  if (error.detail == kNeedsNewRun && language == Language::zh) {
    error.detail = "请另作一次带 seat_changes 的运行";
  }
  return error;
}

}  // namespace talentmatch
