#pragma once
// The audit log as it is read: checked, and listed. Any thread; what is written meanwhile is not seen.

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

#include "storage/audit/audit_head.hpp"
#include "storage/audit/entry.hpp"

namespace talentmatch {

// Follows the chain from its anchor to its end. O(entries). Errors: corrupt_data with the first entry that is
// missing, changed or out of its place; io_error.
Result<AuditHead> verify_audit_log(const Store& store);

struct AuditQuestion {
  std::string person{};    // a graduate's id; empty = everybody
  std::int64_t since = 0;  // seconds since 1970, UTC
};
// Oldest first. A person whose key was destroyed has none. Errors: as above.
using AuditSink = std::function<void(const AuditEntry& entry)>;
Result<void> list_audit_log(const Store& store, const AuditQuestion& question, const AuditSink& sink);

}  // namespace talentmatch
