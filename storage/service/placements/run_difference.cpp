#include <utility>
#include <vector>

#include "storage/codec/json_text.hpp"
#include "storage/service/placements/kept_pieces.hpp"
#include "storage/service/placements/run_answers.hpp"

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

Result<Postings> postings_of(const Store& store, const RunHead& head) {
  if (auto seats = check_takes_seats(head); !seats) return fail(seats.error());
  Postings postings;
  const auto read = for_each_row(store, head, [&](const RunRow& row) -> Result<void> {
    if (!row.erased()) postings.emplace_back(row.graduate, row.posting);
    return {};
  });
  if (!read) return fail(read.error());
  return postings;
}

}  // namespace

Result<void> append_difference(const Store& store, const RunHead& one, const RunHead& other,
                               std::string& out) {
  const auto before = postings_of(store, one);
  if (!before) return fail(before.error());
  const auto after = postings_of(store, other);
  if (!after) return fail(after.error());
  out += "{\"run\":";
  append_text(out, one.id());
  out += ",\"with\":";
  append_text(out, other.id());
  out += ",\"moved\":[";
  append_moves(out, *before, *after);
  out += "]}";
  return {};
}

}  // namespace talentmatch
