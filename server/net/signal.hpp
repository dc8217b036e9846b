#pragma once
// Wakes a waiting coroutine of the same io_context. Only that context's thread may use it; other threads post
// to the context first.

#include <utility>

#include "server/net/asio.hpp"

namespace talentmatch {

class Signal {
 public:
  explicit Signal(const Executor& executor) : timer_(executor, Clock::time_point::max()) {}

  // Until the next raise(); at once if there was one since the last wait. One waiter at a time.
  Awaitable<void> wait() {
    while (!std::exchange(raised_, false)) {
      ErrorCondition cancelled;
      co_await timer_.async_wait(into(cancelled));
    }
  }

  void raise() {
    raised_ = true;
    timer_.cancel();
  }

 private:
  Timer timer_;
  bool raised_ = false;
};

}  // namespace talentmatch
