#pragma once
// A copy of the shipped catalogue in a temporary folder, to change files in.

#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>

#include <unistd.h>

namespace talentmatch::testing {

inline const std::filesystem::path kShippedCatalog = TALENTMATCH_SOURCE_DIR "/data/catalog";

class CatalogFolder {
 public:
  CatalogFolder() : CatalogFolder("catalog") { std::filesystem::copy(kShippedCatalog, path_); }
  // An empty folder.
  explicit CatalogFolder(const std::string& name)
      : path_(std::filesystem::temp_directory_path() / (name + "-test-" + std::to_string(::getpid()))) {
    std::filesystem::remove_all(path_);
    std::filesystem::create_directories(path_);
  }
  ~CatalogFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  CatalogFolder(const CatalogFolder&) = delete;
  CatalogFolder& operator=(const CatalogFolder&) = delete;

  const std::filesystem::path& path() const { return path_; }
  void write(std::string_view table, std::string_view text) const {
    std::ofstream(file(table), std::ios::binary) << text;
  }
  void append(std::string_view table, std::string_view text) const {
    std::ofstream(file(table), std::ios::binary | std::ios::app) << text;
  }

 private:
  std::filesystem::path file(std::string_view table) const {
    return path_ / std::string(table).append(".tsv");
  }

  std::filesystem::path path_;
};

}  // namespace talentmatch::testing
