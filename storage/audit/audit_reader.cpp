#include "storage/audit/audit_reader.hpp"

#include <algorithm>
#include <limits>
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

// None: it was dropped for its age meanwhile.
Result<std::optional<AuditEntry>> entry_of(const Store& store, std::uint64_t number) {
  const auto kept = read_audit_entry(store, number);
  if (!kept && kept.error().code == ErrorCode::not_found) {
    const auto head = read_audit_head(store);
    if (!head) return fail(head.error());
    if (number < head->first) return std::nullopt;
    return broken(number, "is missing");
  }
  if (!kept) return fail(kept.error());
  auto entry = parse_audit_entry(kept->text);
  if (!entry) return fail(std::move(entry.error()));
  return *std::move(entry);
}

struct Wanted {
  std::string pseudonym;  // empty = anybody
  std::int64_t since = 0;
  bool nobody = false;

  bool takes(const AuditEntry& entry) const {
    return entry.seconds >= since && (pseudonym.empty() || entry.pseudonym == pseudonym);
  }
};

Result<Wanted> wanted_by(const Store& store, const AuditQuestion& question) {
  Wanted wanted{.pseudonym = {}, .since = question.since};
  if (question.person.empty()) return wanted;
  const auto key = store.document(person_key_name(question.person));
  if (!key && key.error().code != ErrorCode::not_found) return fail(key.error());
  wanted.nobody = !key;
  if (key) wanted.pseudonym = hmac_text(*key, question.person);
  return wanted;
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
  constexpr auto kAll = std::numeric_limits<std::size_t>::max();
  AuditQuestion rest = question;
  for (;;) {
    const auto next = list_audit_page(store, rest, kAll, sink);
    if (!next) return fail(next.error());
    if (!*next) return {};
    rest.after = **next;
  }
}

Result<std::optional<std::uint64_t>> list_audit_page(const Store& store, const AuditQuestion& question,
                                                     std::size_t limit, const AuditSink& sink) {
  const auto wanted = wanted_by(store, question);
  if (!wanted) return fail(wanted.error());
  if (wanted->nobody) return std::nullopt;
  const auto head = read_audit_head(store);
  if (!head) return fail(head.error());
  const auto first = std::max(head->first, question.after + 1);
  std::size_t given = 0;
  for (auto number = first; number <= head->last; ++number) {
    if (given == limit || number - first == kLookedAt) return number - 1;
    const auto entry = entry_of(store, number);
    if (!entry) return fail(entry.error());
    if (!*entry || !wanted->takes(**entry)) continue;
    sink(**entry);
    ++given;
  }
  return std::nullopt;
}

}  // namespace talentmatch
