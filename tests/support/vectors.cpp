#include "tests/support/vectors.hpp"

#include <fstream>
#include <stdexcept>

#include "storage/codec/record_json.hpp"
#include "tests/support/shipped_catalog.hpp"
#include "tests/support/world_changes.hpp"

namespace talentmatch::testing {

std::optional<std::filesystem::path> vectors_folder() {
  const std::filesystem::path folder = TALENTMATCH_SOURCE_DIR "/../shared/spec/vectors";
  if (!exists(folder)) return std::nullopt;
  return folder;
}

std::vector<std::string> lines_of(const std::filesystem::path& file) {
  std::ifstream in(file);
  std::vector<std::string> lines;
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

reference::World vectors_world(const std::filesystem::path& folder) {
  reference::World world{.vocabulary = shipped_catalog().vocabulary};
  RecordParser parser;
  for (const auto collection : {Collection::schools, Collection::employers, Collection::ties,
                                Collection::graduates, Collection::postings}) {
    for (const auto& line : lines_of(folder / (std::string{word(collection)} + ".ndjson"))) {
      const auto parsed = parser.parse(collection, line, *shipped_catalog().catalog);
      if (!parsed) throw std::runtime_error(message(parsed.error(), Language::en));
      put(world, parsed->record);
    }
  }
  return world;
}

}  // namespace talentmatch::testing
