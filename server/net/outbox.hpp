#pragma once
// An answer of any length on its way from the thread that makes it to the connection's thread. When its
// memory is full, either the maker waits (an export: the data can wait) or the rest goes to a file (an
// import's results: a client may send its whole file before it reads the first of them, and must not be able
// to block the import by that).

#include <condition_variable>
#include <cstddef>
#include <filesystem>
#include <functional>
#include <mutex>
#include <string>
#include <string_view>

#include "server/net/spool_file.hpp"

namespace talentmatch {

class Outbox {
 public:
  enum class WhenFull : std::uint8_t { wait, spool };

  // `on_output` is called by the making thread when there is something to take after there was nothing.
  Outbox(std::size_t capacity, WhenFull policy, std::filesystem::path spool, std::function<void()> on_output);

  // Making thread. False: nobody will take it, or there is no space left for it.
  bool put(std::string_view bytes);
  // Connection's thread: replaces `chunk` by at most about `count` bytes, or nothing when there is nothing
  // yet. False: what was put cannot be read back.
  bool take(std::size_t count, std::string& chunk);
  void close();  // nobody takes any more

 private:
  bool keep(std::string_view bytes, std::unique_lock<std::mutex>& lock);

  const std::size_t capacity_;
  const WhenFull policy_;
  const std::function<void()> on_output_;
  std::mutex mutex_;
  std::condition_variable room_;
  std::string memory_;  // goes before the file
  SpoolFile file_;
  bool closed_ = false;
  bool announced_ = false;
};

}  // namespace talentmatch
