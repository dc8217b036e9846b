#pragma once
// What the audit log says of a request. The person stands in it under a pseudonym, made with a key of their
// own that can be destroyed.

#include <cstdint>
#include <string>
#include <string_view>

#include "engine/model/error.hpp"

namespace talentmatch {

// As it is handed in.
struct AuditEvent {
  std::string who;          // id of a key, or "local"
  std::string what;         // "graduates.put"
  std::string person{};     // a graduate's id; empty = nobody in particular
  std::string about{};      // what else: a key's name, a placement run; never a person; empty = nothing
  std::uint64_t count = 1;  // how often; lines of an import
};

// As it is kept.
struct AuditEntry {
  std::uint64_t number = 0;  // from 1, without gaps
  std::int64_t seconds = 0;  // since 1970, UTC
  std::string who;
  std::string what;
  std::string pseudonym;  // empty = nobody
  std::string about;      // empty = nothing in particular
  std::uint64_t count = 1;
};

// {"number":1,"seconds":1780282800,"who":"local","what":"graduates.put","person":"9f3a…","count":1}, and
// "about":"portal" before the count where it is about something
std::string text_of(const AuditEntry& entry);
// Error: corrupt_data.
Result<AuditEntry> parse_audit_entry(std::string_view text);

// The chain: each link seals the entry and, by the link before, all earlier ones.
std::string next_link(std::string_view previous, std::string_view text);

}  // namespace talentmatch
