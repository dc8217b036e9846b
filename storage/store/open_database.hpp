#pragma once
// Inside storage/store only: the first step of opening a store.

#include <filesystem>
#include <memory>
#include <vector>

#include "storage/store/core.hpp"

namespace talentmatch {

using OpenFamilies = std::vector<std::shared_ptr<Family>>;

// Opens the database, or creates it, with every family that it has; the default one becomes core.meta, the
// others are returned.
Result<OpenFamilies> open_database(StoreCore& core, const std::filesystem::path& directory,
                                   const StoreOptions& options);

}  // namespace talentmatch
