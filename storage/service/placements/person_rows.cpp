#include "storage/service/placements/person_rows.hpp"

#include <algorithm>

#include "storage/codec/json_text.hpp"
#include "storage/service/placements/columns.hpp"
#include "storage/service/placements/kept_pieces.hpp"

namespace talentmatch {
namespace {

struct ScrubbedPiece {
  std::string text;
  std::string first;  // its first graduate that is left, empty = none
  bool changed = false;
};

ScrubbedPiece scrub(std::string_view piece, std::string_view graduate) {
  ScrubbedPiece scrubbed;
  scrubbed.text.reserve(piece.size());
  const auto kept = for_each_line(piece, [&](std::string_view line) -> Result<void> {
    const auto id = line.substr(0, line.find(','));
    if (id == graduate) {
      scrubbed.text += kErasedLine;
      scrubbed.changed = true;
      return {};
    }
    if (scrubbed.first.empty()) scrubbed.first = id;
    scrubbed.text.append(line).push_back('\n');
    return {};
  });
  return kept ? scrubbed : ScrubbedPiece{};
}

bool hide(std::string& json, std::string_view quoted, std::string_view instead) {
  bool found = false;
  for (auto at = json.find(quoted); at != std::string::npos; at = json.find(quoted, at + instead.size())) {
    if (json.substr(at + quoted.size(), 1) == ":") {  // a member's name
      at += quoted.size();
      continue;
    }
    json.replace(at, quoted.size(), instead);
    found = true;
  }
  return found;
}

// Ids stand in JSON as values (of `member` only, where other ids may be the same; "" = of any), and quoted in
// sentences.
bool hide_id(std::string& json, std::string_view id, std::string_view member) {
  const std::string name(id);
  const auto before = member.empty() ? std::string() : '"' + std::string(member) + "\":";
  const bool as_value = hide(json, before + '"' + name + '"', before + "\"\"");
  const bool in_words = hide(json, "\\\"" + name + "\\\"", R"(\"\")");
  return as_value || in_words;
}

// Pieces are found by what they begin with: what follows takes the place of a first line that is gone, and
// where nothing follows, what comes after every id.
void mend_firsts(std::vector<std::string>& firsts, std::string_view graduate) {
  for (auto i = firsts.size(); i-- > 0;) {
    if (firsts[i] != graduate) continue;
    firsts[i] = i + 1 < firsts.size() ? firsts[i + 1] : "~";
  }
}

// In mode `lists` one graduate's lines may go on in the next piece.
Result<bool> scrub_pieces(const Store& store, RunHead& head, std::string_view graduate,
                          std::vector<Document>& documents) {
  bool changed = false;
  const auto after = std::ranges::lower_bound(head.firsts, graduate) - head.firsts.begin();
  const auto begin = static_cast<std::size_t>(std::max<std::ptrdiff_t>(after - 1, 0));
  const auto end =
      static_cast<std::size_t>(std::ranges::upper_bound(head.firsts, graduate) - head.firsts.begin());
  for (auto i = begin; i < end; ++i) {
    const auto name = piece_name(PieceKind::rows, head.number, i);
    const auto piece = store.document(name);
    if (!piece) return fail(piece.error());
    auto scrubbed = scrub(*piece, graduate);
    if (!scrubbed.changed) continue;
    changed = true;
    if (!scrubbed.first.empty()) head.firsts[i] = scrubbed.first;
    documents.push_back({name, std::move(scrubbed.text)});
  }
  mend_firsts(head.firsts, graduate);
  return changed;
}

}  // namespace

Result<void> append_person_rows(std::string& out, std::string_view separator, const Store& store,
                                const RunHead& head, std::string_view graduate) {
  const auto lines = lines_of(store, head, PieceKind::rows, graduate);
  if (!lines) return fail(lines.error());
  const auto rows = read_rows(*lines);
  if (!rows) return fail(rows.error());
  if (rows->empty()) return {};
  out.append(separator).append("{\"run\":");
  append_text(out, head.id());
  out += ",\"version\":";
  append_text(out, head.version);
  out += ",\"rows\":";
  append_list(out, *rows, [&](const RunRow& row) {
    append_row(out, row, RowFormat::ndjson);
    out.pop_back();  // the line's end
  });
  out += '}';
  return {};
}

Result<bool> take_out_person(const Store& store, RunHead& head, std::string_view graduate,
                             std::vector<Document>& documents) {
  const auto rows = scrub_pieces(store, head, graduate, documents);
  if (!rows) return fail(rows.error());
  const bool refused = hide_id(head.confirmation, graduate, "graduate");
  const bool failed = hide_id(head.failure, graduate, "");
  if (!*rows && !refused && !failed) return false;
  documents.push_back(head_document(head));
  return true;
}

}  // namespace talentmatch
