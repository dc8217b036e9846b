#pragma once
// A log that is kept in memory.

#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

#include <sys/mman.h>
#include <unistd.h>

#include "server/log/event_log.hpp"

namespace talentmatch::testing {

class LogText {
 public:
  LogText() : file_(memfd_create("log", MFD_CLOEXEC)) {
    if (file_ < 0) throw std::runtime_error("no memory for a log");
    log_.emplace(file_);
  }
  ~LogText() {
    log_.reset();
    close(file_);
  }
  LogText(const LogText&) = delete;
  LogText& operator=(const LogText&) = delete;

  EventLog* log() { return &*log_; }
  // All that was said; the log is over. Whoever writes to it must have ended.
  std::string end() {
    log_.reset();
    std::string text(static_cast<std::size_t>(lseek(file_, 0, SEEK_END)), '\0');
    const auto size = pread(file_, text.data(), text.size(), 0);
    text.resize(size < 0 ? 0 : static_cast<std::size_t>(size));
    return text;
  }

 private:
  int file_;
  std::optional<EventLog> log_;
};

inline std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  for (std::size_t at = 0; at < text.size();) {
    const auto end = text.find('\n', at);
    lines.push_back(text.substr(at, end - at));
    at = end == std::string::npos ? text.size() : end + 1;
  }
  return lines;
}

}  // namespace talentmatch::testing
