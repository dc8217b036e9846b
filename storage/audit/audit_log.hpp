#pragma once
// The audit log as it is written: entries are documents of the store, so that an entry is committed with the
// write that it tells of; each is linked to the one before (entry.hpp). It shows changes by who cannot also
// write all links anew; keeping the newest link elsewhere (`talentmatch audit verify` shows it) closes that,
// too. Belongs to the writer's thread, but for note().

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "storage/audit/audit_head.hpp"
#include "storage/audit/entry.hpp"
#include "storage/store/store.hpp"

namespace talentmatch {

// The clock of entries: seconds since 1970, UTC.
std::int64_t system_seconds();

class AuditLog {
 public:
  using Clock = std::function<std::int64_t()>;  // seconds since 1970, UTC

  // The store outlives it. Errors: corrupt_data, io_error.
  static Result<std::unique_ptr<AuditLog>> open(Store& store, Clock clock);

  // Entries that are to be committed; they are in the log once kept() was called after it.
  struct Batch {
    std::vector<Document> documents;
    AuditHead head;
  };
  // Also drops entries that are older than three years, some thousands at a time. Errors: those of the store.
  Result<Batch> batch(std::span<const AuditEvent> events) const;
  void kept(const Batch& batch) { head_ = batch.head; }

  // From any thread: for the next batch that is made of noted events. Beyond a hundred thousand that wait,
  // those of one kind are only counted, without persons.
  void note(AuditEvent event);
  bool has_noted() const;
  std::vector<AuditEvent> take_noted();

 private:
  AuditLog(Store& store, Clock clock, AuditHead head);

  Store& store_;
  Clock clock_;
  AuditHead head_;
  mutable std::mutex mutex_;
  std::vector<AuditEvent> noted_;
  std::map<std::pair<std::string, std::string>, std::uint64_t> too_many_;  // (who, what)
};

}  // namespace talentmatch
