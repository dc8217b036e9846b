#pragma once
// The worked vectors beside the repository (../shared/spec/vectors), where they are.

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "tests/reference/world.hpp"

namespace talentmatch::testing {

std::optional<std::filesystem::path> vectors_folder();
std::vector<std::string> lines_of(const std::filesystem::path& file);
// Reads the five record files. Throws std::runtime_error if a record is refused.
reference::World vectors_world(const std::filesystem::path& folder);

}  // namespace talentmatch::testing
