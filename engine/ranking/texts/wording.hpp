#pragma once
// Words and phrases that several sentences use.

#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "engine/catalog/catalog.hpp"
#include "engine/market/snapshot.hpp"
#include "engine/model/vocabulary.hpp"

namespace talentmatch::texts {

// The same sentence in both languages, both checked at compile time.
template <class... Args>
std::string say(Language language, fmt::format_string<const Args&...> english,
                fmt::format_string<const Args&...> chinese, const Args&... args) {
  return language == Language::zh ? fmt::format(chinese, args...) : fmt::format(english, args...);
}

std::string_view level_name(Level level, Language language);
std::string_view rank_name(int rank, Language language);                // education, 1…5
std::string_view certificate_level_name(int level, Language language);  // 1…3
std::string_view kind_name(PostingKind kind, Language language);        // "an internship"
std::string_view tie_name(TieKind kind, Language language);
std::string_view tie_name(GraduateTieKind kind, Language language);

std::string entry_name(const Catalog& catalog, EntryId entry, Language language);  // name and code
std::string employer_name(const Snapshot& snapshot, Slot employer);                // the id if it has no name
std::string school_name(const Snapshot& snapshot, Slot school);

// "a, b and 3 more": no more than eight, so that a sentence stays one.
std::string listed(std::span<const std::string> items, Language language);

}  // namespace talentmatch::texts
