#include "storage/audit/audit_log.hpp"

#include <chrono>
#include <utility>

#include "storage/audit/digest.hpp"

namespace talentmatch {
namespace {

constexpr std::int64_t kKeptSeconds = std::int64_t{3} * 366 * 86'400;

constexpr std::uint64_t kMostExpired = 10'000;  // in one batch

class BatchMaker {
 public:
  BatchMaker(const Store& store, AuditHead head, std::int64_t now) : store_(store), now_(now) {
    batch_.head = std::move(head);
  }

  Result<void> add(const AuditEvent& event) {
    AuditEntry entry{.number = batch_.head.last + 1,
                     .seconds = now_,
                     .who = event.who,
                     .what = event.what,
                     .pseudonym = {},
                     .about = event.about,
                     .count = event.count};
    if (!event.person.empty()) {
      const auto key = key_of(event.person);
      if (!key) return fail(key.error());
      entry.pseudonym = hmac_text(*key, event.person);
    }
    append(entry);
    return {};
  }

  Result<void> expire() {
    AuditHead& head = batch_.head;
    const auto first = head.first;
    while (head.first <= head.last && head.first - first < kMostExpired) {
      // Not there if it is of this batch. A damaged one stops no write: verify_audit_log names it.
      const auto kept = read_audit_entry(store_, head.first);
      if (!kept) break;
      const auto entry = parse_audit_entry(kept->text);
      if (!entry) break;
      if (entry->seconds + kKeptSeconds >= now_) break;
      batch_.documents.push_back({audit_entry_name(head.first++), {}});
      head.anchor = kept->link;
    }
    return head.first == first
               ? Result<void>{}
               : add({.who = "talentmatch", .what = expiry_seal(head.first - 1, head.anchor)});
  }

  AuditLog::Batch take() && {
    batch_.documents.push_back(head_document(batch_.head));
    return std::move(batch_);
  }

 private:
  Result<std::string> key_of(const std::string& person) {
    if (const auto made = made_.find(person); made != made_.end()) return made->second;
    auto key = store_.document(person_key_name(person));
    if (key || key.error().code != ErrorCode::not_found) return key;
    key = random_key();
    batch_.documents.push_back({person_key_name(person), *key});
    made_.emplace(person, *key);
    return key;
  }

  void append(const AuditEntry& entry) {
    auto text = text_of(entry);
    batch_.head.link = next_link(batch_.head.link, text);
    batch_.head.last = entry.number;
    batch_.documents.push_back({audit_entry_name(entry.number), text.append("\n").append(batch_.head.link)});
  }

  const Store& store_;
  std::int64_t now_;
  AuditLog::Batch batch_;
  std::map<std::string, std::string> made_;  // keys, by person
};

}  // namespace

std::int64_t system_seconds() {
  const auto now = std::chrono::system_clock::now().time_since_epoch();
  return std::chrono::duration_cast<std::chrono::seconds>(now).count();
}

AuditLog::AuditLog(Store& store, Clock clock, AuditHead head)
    : store_(store), clock_(std::move(clock)), head_(std::move(head)) {}

Result<std::unique_ptr<AuditLog>> AuditLog::open(Store& store, Clock clock) {
  auto head = read_audit_head(store);
  if (!head) return fail(std::move(head.error()));
  return std::unique_ptr<AuditLog>(new AuditLog(store, std::move(clock), *std::move(head)));
}

Result<AuditLog::Batch> AuditLog::batch(std::span<const AuditEvent> events) const {
  BatchMaker maker(store_, head_, clock_());
  if (auto expired = maker.expire(); !expired) return fail(std::move(expired.error()));
  for (const auto& event : events) {
    if (auto added = maker.add(event); !added) return fail(std::move(added.error()));
  }
  return std::move(maker).take();
}

void AuditLog::note(AuditEvent event) {
  constexpr std::size_t kMost = 100'000;
  const std::lock_guard guard(mutex_);
  if (noted_.size() < kMost) return noted_.push_back(std::move(event));
  too_many_[{event.who, event.what}] += event.count;
}

bool AuditLog::has_noted() const {
  const std::lock_guard guard(mutex_);
  return !noted_.empty();  // what is too many comes after these
}

std::vector<AuditEvent> AuditLog::take_noted() {
  const std::lock_guard guard(mutex_);
  auto events = std::exchange(noted_, {});
  for (const auto& [kind, count] : std::exchange(too_many_, {})) {
    events.push_back({.who = kind.first, .what = kind.second, .count = count});
  }
  return events;
}

}  // namespace talentmatch
