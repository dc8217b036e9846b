#pragma once
// Where the audit log begins and ends.

#include <cstdint>
#include <string>
#include <string_view>

#include "engine/model/error.hpp"
#include "storage/store/document.hpp"
#include "storage/store/store.hpp"

namespace talentmatch {

struct AuditHead {
  std::uint64_t first = 1;  // the oldest entry that is kept
  std::uint64_t last = 0;   // the newest
  std::string anchor;       // the link of entry first - 1, which is gone; empty = there never was one
  std::string link;         // of the newest
};

inline constexpr std::string_view kAuditEntries = "audit/entries/";
std::string audit_entry_name(std::uint64_t number);
std::string person_key_name(std::string_view person);

Document head_document(const AuditHead& head);
// A log that was never written to has none. Errors: corrupt_data, io_error.
Result<AuditHead> read_audit_head(const Store& store);

// As an entry is kept: its text, and the link that seals it.
struct KeptEntry {
  std::string text;
  std::string link;
};
// Errors: not_found, corrupt_data, io_error.
Result<KeptEntry> read_audit_entry(const Store& store, std::uint64_t number);

// What the entry says that is written when old ones go: it seals the anchor.
std::string expiry_seal(std::uint64_t last_gone, std::string_view anchor);

}  // namespace talentmatch
