#pragma once
// Inside storage/store only: a directory that is being restored into, by nobody else meanwhile.

#include <filesystem>

#include "engine/model/error.hpp"

namespace talentmatch {

class RestoreTarget {
 public:
  // Makes the directory if it is missing. Errors: locked (another restore into it is under way),
  // invalid_option (it is not empty), no_space, io_error.
  static Result<RestoreTarget> claim(const std::filesystem::path& directory);
  ~RestoreTarget();  // what it made and nobody filled goes
  RestoreTarget(RestoreTarget&& other) noexcept;
  RestoreTarget& operator=(RestoreTarget&&) = delete;

 private:
  RestoreTarget(std::filesystem::path directory, bool made) : directory_(std::move(directory)), made_(made) {}
  Result<void> lock();

  std::filesystem::path directory_;
  bool made_;
  int descriptor_ = -1;
};

}  // namespace talentmatch
