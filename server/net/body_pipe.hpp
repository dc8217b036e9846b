#pragma once
// A request body on its way from the connection's thread (which never waits) to the thread that reads it
// (which does). The writer asks `full()` and stops reading its socket until `on_room` is called.

#include <condition_variable>
#include <cstddef>
#include <functional>
#include <mutex>
#include <string>
#include <string_view>

#include "engine/model/error.hpp"

namespace talentmatch {

class BodyPipe {
 public:
  // `on_room` is called by the reading thread when a full pipe has become half empty.
  BodyPipe(std::size_t capacity, std::function<void()> on_room);

  // Connection's thread. What is pushed after the reader has gone is dropped.
  void push(std::string_view bytes);
  bool full() const;
  void finish();           // the body is complete
  void fail(Error error);  // it will never be; what was pushed before may still be read

  // Reading thread: waits for bytes; 0 at the end.
  Result<std::size_t> read(char* buffer, std::size_t capacity);
  void close();  // nobody reads any more

 private:
  const std::size_t capacity_;
  const std::function<void()> on_room_;
  mutable std::mutex mutex_;
  std::condition_variable changed_;
  std::string bytes_;
  std::size_t read_ = 0;  // of bytes_
  bool full_ = false;
  bool finished_ = false;
  bool closed_ = false;
  Result<void> state_;
};

}  // namespace talentmatch
