#include "storage/audit/audit_reader.hpp"

#include <optional>

#include <fmt/format.h>

#include "storage/audit/digest.hpp"

namespace talentmatch {
namespace {

std::unexpected<Error> broken(std::uint64_t number, std::string_view how) {
  return fail(
      {.code = ErrorCode::corrupt_data, .detail = fmt::format("entry {} of the audit log {}", number, how)});
}

// Nothing before the first, nothing behind the last.
Result<void> check_range(const Store& store, const AuditHead& head) {
  const auto names = store.document_names(kAuditEntries);
  if (!names) return fail(names.error());
  const auto expected = head.last + 1 - head.first;
  if (names->size() > expected) return broken(head.last + 1, "should not be there");
  return {};
}

Result<KeptEntry> entry_at(const Store& store, std::uint64_t number) {
  auto kept = read_audit_entry(store, number);
  if (!kept && kept.error().code == ErrorCode::not_found) return broken(number, "is missing");
  return kept;
}

// An entry says that the earlier ones were dropped, and what they ended with.
struct Anchor {
  std::string seal;
  bool found = false;
};

}  // namespace

Result<AuditHead> verify_audit_log(const Store& store) {
  const auto head = read_audit_head(store);
  if (!head) return head;
  if (auto sound = check_range(store, *head); !sound) return fail(sound.error());
  Anchor anchor{.seal = expiry_seal(head->first - 1, head->anchor), .found = head->first == 1};
  auto link = head->anchor;
  for (auto number = head->first; number <= head->last; ++number) {
    const auto kept = entry_at(store, number);
    if (!kept) return fail(kept.error());
    const auto entry = parse_audit_entry(kept->text);
    if (!entry) return fail(entry.error());
    link = next_link(link, kept->text);
    if (entry->number != number || link != kept->link)
      return broken(number, "does not follow from those before");
    anchor.found = anchor.found || entry->what == anchor.seal;
  }
  if (link != head->link) return broken(head->last, "is not the end of the chain");
  if (!anchor.found) return broken(head->first, "has another beginning than the one that was sealed");
  return head;
}

Result<void> list_audit_log(const Store& store, const AuditQuestion& question, const AuditSink& sink) {
  std::optional<std::string> pseudonym;
  if (!question.person.empty()) {
    const auto key = store.document(person_key_name(question.person));
    if (!key && key.error().code == ErrorCode::not_found) return {};
    if (!key) return fail(key.error());
    pseudonym = hmac_text(*key, question.person);
  }
  const auto head = read_audit_head(store);
  if (!head) return fail(head.error());
  for (auto number = head->first; number <= head->last; ++number) {
    const auto kept = entry_at(store, number);
    if (!kept) return fail(kept.error());
    const auto entry = parse_audit_entry(kept->text);
    if (!entry) return fail(entry.error());
    if (entry->seconds >= question.since && (!pseudonym || entry->pseudonym == *pseudonym)) sink(*entry);
  }
  return {};
}

}  // namespace talentmatch
