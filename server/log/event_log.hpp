#pragma once
// The product's log: one JSON line an event, written to a descriptor by a thread of its own. Who has
// something to say only copies its line into a bounded buffer, so that a slow reader of the log never holds
// up a request; what does not fit is dropped, and a line says how many were.

#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <mutex>
#include <string>
#include <string_view>
#include <thread>

namespace talentmatch {

struct EventLogOptions {
  std::size_t capacity = 1 << 20;             // bytes that may wait to be written
  std::chrono::milliseconds patience{1'000};  // of the end, with a descriptor that takes nothing
};

class EventLog {
 public:
  // The descriptor stays the caller's and must outlive the log. It may be a file, a pipe, a socket or a
  // terminal.
  explicit EventLog(int descriptor, EventLogOptions options = {});
  ~EventLog();  // writes what waits, as far as the patience goes
  EventLog(const EventLog&) = delete;
  EventLog& operator=(const EventLog&) = delete;

  // Any thread; never waits for the descriptor. The line ends with a line feed.
  void write(std::string_view line);
  std::uint64_t dropped() const;  // lines, so far

 private:
  void work();
  bool write_out(std::string_view bytes);
  bool out_of_patience() const;
  void tell_dropped();

  const int descriptor_;
  const EventLogOptions options_;
  mutable std::mutex mutex_;
  std::condition_variable changed_;
  std::string waiting_;
  std::uint64_t dropped_ = 0;
  std::uint64_t told_ = 0;  // of the dropped
  bool ending_ = false;
  std::chrono::steady_clock::time_point end_begin_;
  std::thread thread_;
};

}  // namespace talentmatch
