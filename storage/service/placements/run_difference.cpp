#include <utility>

#include "storage/codec/json_text.hpp"
#include "storage/service/placements/placement_runs.hpp"

namespace talentmatch {
namespace {

using Postings = std::vector<std::pair<std::string, std::string>>;  // graduate, posting; by graduate

void append_move(std::string& out, const std::string& graduate, const std::string& before,
                 const std::string& after) {
  if (before == after) return;
  if (out.back() != '[') out += ',';
  out += "{\"graduate\":";
  append_text(out, graduate);
  out += ",\"before\":";
  append_text_or_null(out, before);
  out += ",\"after\":";
  append_text_or_null(out, after);
  out += '}';
}

// Walks both together; one who is in one run only has no posting in the other.
void append_moves(std::string& out, const Postings& one, const Postings& other) {
  auto a = one.begin();
  auto b = other.begin();
  while (a != one.end() || b != other.end()) {
    if (b == other.end() || (a != one.end() && a->first < b->first)) {
      append_move(out, a->first, a->second, {});
      ++a;
    } else if (a == one.end() || b->first < a->first) {
      append_move(out, b->first, {}, b->second);
      ++b;
    } else {
      append_move(out, a->first, a->second, b->second);
      ++a;
      ++b;
    }
  }
}

}  // namespace

Result<Postings> PlacementRuns::postings_of(const RunHead& head) const {
  if (head.mode == PlacementMode::lists) {
    return fail({.code = ErrorCode::invalid_option, .field = "mode", .value = "lists"});
  }
  Postings postings;
  for (std::size_t piece = 0; piece < head.firsts.size(); ++piece) {
    const auto text = tools_.store.document(piece_name(head.number, piece));
    if (!text) return fail(text.error());
    const auto rows = read_rows(*text);
    if (!rows) return fail(rows.error());
    for (const auto& row : *rows) postings.emplace_back(row.graduate, row.posting);
  }
  return postings;
}

Result<void> PlacementRuns::difference(std::string_view id, std::string_view with, std::string& out) const {
  const auto one = done_head(id);
  if (!one) return fail(one.error());
  const auto other = done_head(with);
  if (!other) return fail(other.error());
  const auto before = postings_of(*one);
  if (!before) return fail(before.error());
  const auto after = postings_of(*other);
  if (!after) return fail(after.error());
  out += "{\"run\":";
  append_text(out, one->id());
  out += ",\"with\":";
  append_text(out, other->id());
  out += ",\"moved\":[";
  append_moves(out, *before, *after);
  out += "]}";
  return {};
}

}  // namespace talentmatch
