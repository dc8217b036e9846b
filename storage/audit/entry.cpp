#include "storage/audit/entry.hpp"

#include <fmt/format.h>

#include "storage/audit/digest.hpp"
#include "storage/codec/json_parser.hpp"
#include "storage/codec/json_text.hpp"

namespace talentmatch {

std::string text_of(const AuditEntry& entry) {
  auto text = fmt::format(R"({{"number":{},"seconds":{},"who":)", entry.number, entry.seconds);
  append_text(text, entry.who);
  text += ",\"what\":";
  append_text(text, entry.what);
  text += ",\"person\":";
  append_text_or_null(text, entry.pseudonym);
  if (!entry.about.empty()) {
    text += ",\"about\":";
    append_text(text, entry.about);
  }
  fmt::format_to(std::back_inserter(text), ",\"count\":{}}}", entry.count);
  return text;
}

Result<AuditEntry> parse_audit_entry(std::string_view text) {
  JsonParser parser;
  const auto object = parser.parse_object(text);
  AuditEntry entry;
  std::string_view who;
  std::string_view what;
  std::string_view person;
  std::string_view about;
  const bool sound = object && (*object)["number"].get(entry.number) == simdjson::SUCCESS &&
                     (*object)["seconds"].get(entry.seconds) == simdjson::SUCCESS &&
                     (*object)["who"].get(who) == simdjson::SUCCESS &&
                     (*object)["what"].get(what) == simdjson::SUCCESS &&
                     (*object)["count"].get(entry.count) == simdjson::SUCCESS;
  if (!sound) return fail({.code = ErrorCode::corrupt_data, .detail = "an entry of the audit log"});
  entry.who = who;
  entry.what = what;
  if ((*object)["person"].get(person) == simdjson::SUCCESS) entry.pseudonym = person;
  if ((*object)["about"].get(about) == simdjson::SUCCESS) entry.about = about;
  return entry;
}

std::string next_link(std::string_view previous, std::string_view text) {
  return sha256_text(std::string(previous).append("\n").append(text));
}

}  // namespace talentmatch
