#pragma once
// The audit log as it is read: checked, and listed. Any thread; what is written meanwhile is not seen.

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "storage/audit/audit_head.hpp"
#include "storage/audit/entry.hpp"

namespace talentmatch {

// Follows the chain from its anchor to its end. O(entries). Errors: corrupt_data with the first entry that is
// missing, changed or out of its place; io_error.
Result<AuditHead> verify_audit_log(const Store& store);

struct AuditQuestion {
  std::string person{};     // a graduate's id; empty = everybody
  std::int64_t since = 0;   // seconds since 1970, UTC
  std::uint64_t after = 0;  // only entries of a higher number
};
// Oldest first. A person whose key was destroyed has none. Errors: as above.
using AuditSink = std::function<void(const AuditEntry& entry)>;
Result<void> list_audit_log(const Store& store, const AuditQuestion& question, const AuditSink& sink);

// The first of them: at most `limit`, and those among kLookedAt entries. Gives the number after which to go
// on; none = that was all.
inline constexpr std::uint64_t kLookedAt = 20'000;
Result<std::optional<std::uint64_t>> list_audit_page(const Store& store, const AuditQuestion& question,
                                                     std::size_t limit, const AuditSink& sink);

}  // namespace talentmatch
