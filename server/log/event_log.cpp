#include "server/log/event_log.hpp"

#include <algorithm>
#include <cerrno>
#include <climits>
#include <csignal>
#include <utility>

#include <poll.h>
#include <unistd.h>

#include "server/log/event_line.hpp"

namespace talentmatch {

namespace {

// Signals are for the program's own threads, and a reader that is gone must not end the program.
void block_signals() {
  sigset_t all;
  sigfillset(&all);
  pthread_sigmask(SIG_BLOCK, &all, nullptr);
}

}  // namespace

EventLog::EventLog(int descriptor, EventLogOptions options)
    : descriptor_(descriptor), options_(options), thread_([this] { work(); }) {}

EventLog::~EventLog() {
  {
    const std::lock_guard lock(mutex_);
    ending_ = true;
    end_begin_ = std::chrono::steady_clock::now();
  }
  changed_.notify_one();
  thread_.join();
}

void EventLog::write(std::string_view line) {
  {
    const std::lock_guard lock(mutex_);
    if (waiting_.size() + line.size() > options_.capacity) {
      ++dropped_;
      return;
    }
    waiting_ += line;
  }
  changed_.notify_one();
}

std::uint64_t EventLog::dropped() const {
  const std::lock_guard lock(mutex_);
  return dropped_;
}

void EventLog::work() {
  block_signals();
  std::string writing;
  std::unique_lock lock(mutex_);
  for (;;) {
    changed_.wait(lock, [this] { return ending_ || !waiting_.empty(); });
    tell_dropped();
    if (waiting_.empty()) return;
    writing.clear();
    std::swap(writing, waiting_);
    lock.unlock();
    const bool goes_on = write_out(writing);
    lock.lock();
    if (!goes_on) return;
  }
}

// There is room for this line even where there was none for those that it tells of.
void EventLog::tell_dropped() {
  const auto lines = dropped_ - std::exchange(told_, dropped_);
  if (lines != 0) waiting_ += EventLine("dropped").add("lines", lines).finish();
}

// In pieces that a pipe with room for anything takes whole (POSIX: PIPE_BUF), so that only poll() waits. What
// the descriptor refuses is lost: there is nobody left to be told.
bool EventLog::write_out(std::string_view bytes) {
  constexpr int kLook = 100;  // milliseconds
  while (!bytes.empty()) {
    pollfd ready{.fd = descriptor_, .events = POLLOUT, .revents = 0};
    const bool takes = poll(&ready, 1, kLook) > 0;
    const auto piece = std::min<std::size_t>(bytes.size(), PIPE_BUF);
    const auto written = takes ? ::write(descriptor_, bytes.data(), piece) : 0;
    if (written > 0) {
      bytes.remove_prefix(static_cast<std::size_t>(written));
    } else if (written < 0 && errno != EINTR && errno != EAGAIN) {
      return true;
    } else if (out_of_patience()) {
      return false;
    }
  }
  return true;
}

bool EventLog::out_of_patience() const {
  const std::lock_guard lock(mutex_);
  return ending_ && std::chrono::steady_clock::now() - end_begin_ >= options_.patience;
}

}  // namespace talentmatch
