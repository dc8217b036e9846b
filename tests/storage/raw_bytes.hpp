#pragma once
// What really lies in a store's files: tables decoded block by block, with every entry that a reader no
// longer sees; everything else byte by byte.

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace talentmatch::testing {

// The kinds of files ("sst", "log", "MANIFEST" …) of a data directory, one each time, that hold the text.
std::vector<std::string> files_with(const std::filesystem::path& data, std::string_view text);

}  // namespace talentmatch::testing
