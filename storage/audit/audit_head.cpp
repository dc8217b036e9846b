#include "storage/audit/audit_head.hpp"

#include <fmt/format.h>

#include "storage/codec/json_parser.hpp"

namespace talentmatch {
namespace {

constexpr std::string_view kHead = "audit/head";

bool read_text(const JsonObject& object, std::string_view name, std::string& text) {
  std::string_view value;
  const bool found = object[name].get(value) == simdjson::SUCCESS;
  text = value;
  return found;
}

}  // namespace

std::string audit_entry_name(std::uint64_t number) {
  return fmt::format("{}{:020}", kAuditEntries, number);
}

std::string person_key_name(std::string_view person) {
  return fmt::format("audit/keys/{}", person);
}

Document head_document(const AuditHead& head) {
  return {.name = std::string(kHead),
          .value = fmt::format(R"({{"first":{},"last":{},"anchor":"{}","link":"{}"}})", head.first, head.last,
                               head.anchor, head.link)};
}

Result<AuditHead> read_audit_head(const Store& store) {
  const auto text = store.document(kHead);
  if (!text && text.error().code == ErrorCode::not_found) return AuditHead{};
  if (!text) return fail(text.error());
  JsonParser parser;
  const auto object = parser.parse_object(*text);
  AuditHead head;
  const bool sound = object && (*object)["first"].get(head.first) == simdjson::SUCCESS &&
                     (*object)["last"].get(head.last) == simdjson::SUCCESS &&
                     read_text(*object, "anchor", head.anchor) && read_text(*object, "link", head.link);
  if (!sound) return fail({.code = ErrorCode::corrupt_data, .detail = "the head of the audit log"});
  return head;
}

Result<KeptEntry> read_audit_entry(const Store& store, std::uint64_t number) {
  auto kept = store.document(audit_entry_name(number));
  if (!kept) return fail(kept.error());
  const auto end = kept->find('\n');
  if (end == std::string::npos) {
    return fail({.code = ErrorCode::corrupt_data, .detail = "an entry of the audit log"});
  }
  return KeptEntry{.text = kept->substr(0, end), .link = kept->substr(end + 1)};
}

std::string expiry_seal(std::uint64_t last_gone, std::string_view anchor) {
  return fmt::format("audit.expired {} {}", last_gone, anchor);
}

}  // namespace talentmatch
