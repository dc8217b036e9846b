#pragma once
// Makes a data directory one process's own. The lock file names its holder, so that whoever finds it locked
// can be told; the system gives the lock back when the process ends, however it ends.

#include <filesystem>
#include <string_view>

#include "engine/model/error.hpp"

namespace talentmatch {

class DirectoryLock {
 public:
  // Errors: locked with "<program>, process <pid>, since <time>" as detail; io_error; no_space.
  static Result<DirectoryLock> acquire(const std::filesystem::path& directory, std::string_view program);
  ~DirectoryLock();
  DirectoryLock(DirectoryLock&& other) noexcept;
  DirectoryLock& operator=(DirectoryLock&&) = delete;

 private:
  explicit DirectoryLock(int descriptor) : descriptor_(descriptor) {}
  int descriptor_;
};

}  // namespace talentmatch
