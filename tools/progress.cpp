#include "tools/progress.hpp"

#include <algorithm>
#include <cstdio>
#include <utility>

#include <fmt/format.h>
#include <unistd.h>

namespace talentmatch {

using namespace std::chrono_literals;

Progress::Progress(std::string label, std::string unit)
    : label_(std::move(label)), unit_(std::move(unit)), terminal_(::isatty(STDERR_FILENO) == 1) {}

Progress::~Progress() {
  if (drawn_ != Clock::time_point{}) fmt::print(stderr, "\r\x1b[K");
}

void Progress::update(double share, std::uint64_t counted) {
  if (!terminal_) return;
  const std::scoped_lock lock(mutex_);
  const auto now = Clock::now();
  if (now - start_ < 1s || now - drawn_ < 200ms) return;
  drawn_ = now;
  const double seconds = std::chrono::duration<double>(now - start_).count();
  const double done = std::clamp(share, 0.001, 1.0);
  constexpr double kWidth = 30;
  const std::string bar(static_cast<std::size_t>(done * kWidth), '#');
  fmt::print(stderr, "\r\x1b[K{} [{:.<30}] {:3.0f} %", label_, bar, done * 100);
  if (!unit_.empty()) fmt::print(stderr, "  {:.0f} {}/s", static_cast<double>(counted) / seconds, unit_);
  fmt::print(stderr, "  {:.0f} s left", seconds / done * (1 - done));
  std::fflush(stderr);
}

}  // namespace talentmatch
