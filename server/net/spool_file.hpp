#pragma once
// A queue of bytes in a file that has no name and goes with the process. It is created by the first append
// and emptied whenever all of it has been read. One thread at a time.

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

#include "engine/model/error.hpp"

namespace talentmatch {

class SpoolFile {
 public:
  explicit SpoolFile(std::filesystem::path folder) : folder_(std::move(folder)) {}
  SpoolFile(const SpoolFile&) = delete;
  SpoolFile& operator=(const SpoolFile&) = delete;
  ~SpoolFile();

  bool empty() const { return read_ == written_; }
  // Errors: no_space, io_error.
  Result<void> append(std::string_view bytes);
  // Moves at most `count` bytes from the front to the end of `out`.
  Result<void> take(std::size_t count, std::string& out);

 private:
  Result<void> create();

  std::filesystem::path folder_;
  int file_ = -1;
  std::int64_t written_ = 0;
  std::int64_t read_ = 0;
};

}  // namespace talentmatch
