#pragma once

#include <array>
#include <chrono>

namespace talentmatch {

using Clock = std::chrono::steady_clock;

// A thread's coarse clock, moved on by its worker's beat, so that requests need not ask the system.
struct Beat {
  Clock::time_point now = Clock::now();
  std::chrono::sys_seconds wall{};
  std::array<char, 29> date{};  // the value of the Date field; views of it stay valid
};

}  // namespace talentmatch
