#pragma once
// `recommend --all`, `candidates --all`: the rankings of a whole side as NDJSON, with progress.

#include <filesystem>

#include "tools/backend.hpp"

namespace talentmatch {

// To the file, or to the standard output if there is none.
Outcome<void> rank_everyone(const Backend& backend, Side side, const NamedOptions& options,
                            const std::filesystem::path& out);

}  // namespace talentmatch
