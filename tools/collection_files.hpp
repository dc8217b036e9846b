#pragma once
// Files by the collection that they hold, in the order in which references resolve.

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "engine/model/vocabulary.hpp"
#include "tools/outcome.hpp"

namespace talentmatch {

struct CollectionFile {
  Collection collection{};
  std::filesystem::path path;  // "-" = the standard input
};

// Folders stand for the <collection>.ndjson in them; a file is known by its name unless `collection` says.
Outcome<std::vector<CollectionFile>> collection_files(const std::vector<std::filesystem::path>& paths,
                                                      std::optional<Collection> collection);
std::string file_name(Collection collection);
// All collections, as alternatives for a usage message.
std::vector<std::string> collection_names();

}  // namespace talentmatch
