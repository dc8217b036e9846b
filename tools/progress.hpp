#pragma once
// A bar on the terminal for work that takes longer than a second: share, rate and time left. Draws nothing
// where the error output is not a terminal. Safe from any thread.

#include <chrono>
#include <cstdint>
#include <mutex>
#include <string>
#include <string_view>

namespace talentmatch {

class Progress {
 public:
  // `unit` names what is counted, for the rate; empty = no rate.
  Progress(std::string label, std::string unit);
  ~Progress();  // wipes the bar
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  // `share` of all work, 0…1; `counted` in units.
  void update(double share, std::uint64_t counted);

 private:
  using Clock = std::chrono::steady_clock;

  std::mutex mutex_;
  const std::string label_;
  const std::string unit_;
  const bool terminal_;
  const Clock::time_point start_ = Clock::now();
  Clock::time_point drawn_{};
};

}  // namespace talentmatch
