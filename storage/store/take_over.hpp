#pragma once
// Inside storage/store only: the second step of opening a store.

#include <filesystem>

#include "storage/store/core.hpp"
#include "storage/store/open_database.hpp"

namespace talentmatch {

// Checks the format (wrong_format, corrupt_data), gives every collection the family that meta names and drops
// the others; a new database gets format and families first.
Result<void> take_over(StoreCore& core, const OpenFamilies& families, const std::filesystem::path& directory);

}  // namespace talentmatch
