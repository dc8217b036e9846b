#pragma once
// The answer to an import: one line per input line, then the totals. Every line ends with a newline.

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "storage/codec/record_json.hpp"

namespace talentmatch {

enum class ImportMode : std::uint8_t { upsert, replace };

enum class ImportStatus : std::uint8_t { created, updated, unchanged, rejected };
template <>
inline constexpr std::array<std::string_view, 4> words<ImportStatus>{"created", "updated", "unchanged",
                                                                     "rejected"};

struct ImportLine {
  std::uint64_t line = 0;  // from 1
  std::string_view id{};   // empty = the line gave none that is valid
  ImportStatus status{};
  const Error* error = nullptr;  // of a rejected line
  std::span<const Replacement> notices{};
};

struct ImportTotals {
  std::uint64_t lines = 0;
  std::uint64_t created = 0;
  std::uint64_t updated = 0;
  std::uint64_t unchanged = 0;
  std::uint64_t removed = 0;  // by replace
  std::uint64_t rejected = 0;
  bool swapped = false;           // replace: the collection is now this file
  std::optional<Error> reason{};  // replace: why it was not swapped
};

void append_import_line(std::string& out, const ImportLine& line, Language language);
// {"totals":{…}}; `swapped` and `reason` only when the mode is replace.
void append_import_totals(std::string& out, const ImportTotals& totals, ImportMode mode, Language language);

}  // namespace talentmatch
