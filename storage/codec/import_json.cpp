#include "storage/codec/import_json.hpp"

#include <array>
#include <utility>

#include "storage/codec/answer_parts.hpp"
#include "storage/codec/json_text.hpp"

namespace talentmatch {
namespace {

void append_rejection(std::string& out, const Error& error, Language language) {
  out += ",\"code\":";
  append_text(out, name_of(error.code));
  out += ",\"field\":";
  append_text_or_null(out, error.field);
  out += ",\"message\":";
  append_text(out, message(error, language));
  if (!error.value.empty()) {
    out += ",\"value\":";
    append_text(out, error.value);
  }
  if (!error.suggestions.empty()) {
    out += ',';
    append_suggestions(out, error.suggestions);
  }
}

}  // namespace

void append_import_line(std::string& out, const ImportLine& line, Language language) {
  out += "{\"line\":";
  append_number(out, line.line);
  out += ",\"id\":";
  append_text_or_null(out, line.id);
  out += ",\"status\":";
  append_text(out, word(line.status));
  if (line.error != nullptr) append_rejection(out, *line.error, language);
  if (!line.notices.empty()) {
    out += ',';
    append_notices(out, line.notices);
  }
  out += "}\n";
}

void append_import_totals(std::string& out, const ImportTotals& totals, ImportMode mode, Language language) {
  const std::array<std::pair<std::string_view, std::uint64_t>, 6> counts{{
      {"lines", totals.lines},
      {"created", totals.created},
      {"updated", totals.updated},
      {"unchanged", totals.unchanged},
      {"removed", totals.removed},
      {"rejected", totals.rejected},
  }};
  out += "{\"totals\":";
  char separator = '{';
  for (const auto& [name, count] : counts) {
    out += separator;
    append_text(out, name);
    out += ':';
    append_number(out, count);
    separator = ',';
  }
  if (mode == ImportMode::replace) {
    out += ",\"swapped\":";
    append_flag(out, totals.swapped);
  }
  if (totals.reason) {
    out += ",\"reason\":{\"code\":";
    append_text(out, name_of(totals.reason->code));
    out += ",\"field\":";
    append_text_or_null(out, totals.reason->field);
    out += ",\"message\":";
    append_text(out, message(*totals.reason, language));
    out += '}';
  }
  out += "}}\n";
}

}  // namespace talentmatch
