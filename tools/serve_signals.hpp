#pragma once

#include <chrono>
#include <csignal>
#include <cstdint>

namespace talentmatch {

// SIGTERM and SIGINT (stop) and SIGHUP (reload), waited for instead of handled. Blocked before any thread
// starts, so that all inherit it.
class ServeSignals {
 public:
  enum class Sent : std::uint8_t { nothing, reload, stop };

  ServeSignals() {
    sigemptyset(&signals_);
    for (const int signal : {SIGTERM, SIGINT, SIGHUP}) sigaddset(&signals_, signal);
    pthread_sigmask(SIG_BLOCK, &signals_, nullptr);
  }

  Sent look(std::chrono::milliseconds within) const {
    const timespec time{.tv_sec = 0, .tv_nsec = std::chrono::nanoseconds(within).count()};
    const int signal = sigtimedwait(&signals_, nullptr, &time);
    return signal > 0 ? meaning(signal) : Sent::nothing;
  }
  Sent wait() const {
    int signal = 0;
    sigwait(&signals_, &signal);
    return meaning(signal);
  }
  // From now on another signal ends the process at once.
  void release() const { pthread_sigmask(SIG_UNBLOCK, &signals_, nullptr); }

 private:
  static Sent meaning(int signal) { return signal == SIGHUP ? Sent::reload : Sent::stop; }

  sigset_t signals_{};
};

}  // namespace talentmatch
