#include "tools/collection_files.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace talentmatch {
namespace {

// Behind those of the same collection.
void add(std::vector<CollectionFile>& files, Collection collection, const std::filesystem::path& path) {
  files.insert(std::ranges::upper_bound(files, collection, {}, &CollectionFile::collection),
               {collection, path});
}

void add_folder(std::vector<CollectionFile>& files, const std::filesystem::path& folder) {
  for (std::size_t i = 0; i < words<Collection>.size(); ++i) {
    const auto collection = static_cast<Collection>(i);
    const auto path = folder / file_name(collection);
    if (std::filesystem::exists(path)) add(files, collection, path);
  }
}

}  // namespace

std::string file_name(Collection collection) {
  return std::string(word(collection)) + ".ndjson";
}

std::vector<std::string> collection_names() {
  return {words<Collection>.begin(), words<Collection>.end()};
}

Outcome<std::vector<CollectionFile>> collection_files(const std::vector<std::filesystem::path>& paths,
                                                      std::optional<Collection> collection) {
  std::vector<CollectionFile> files;
  for (const auto& path : paths) {
    if (path != "-" && std::filesystem::is_directory(path)) {
      const auto before = files.size();
      add_folder(files, path);
      if (files.size() == before) {
        return give_up(fmt::format("{}: no schools.ndjson … placements.ndjson in it", path.string()));
      }
      continue;
    }
    const auto known = collection ? collection : parse_word<Collection>(path.stem().string());
    if (!known) {
      return give_up(fmt::format("{}: of which collection? name it with --collection", path.string()),
                     kMisused);
    }
    add(files, *known, path);
  }
  return files;
}

}  // namespace talentmatch
