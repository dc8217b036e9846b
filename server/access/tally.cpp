#include "server/access/tally.hpp"

namespace talentmatch {

void Tally::count(std::string_view what, std::string_view who) {
  auto& callers = counts_[what];
  const auto caller = callers.find(who);
  if (caller != callers.end()) {
    ++caller->second;
  } else {
    callers.emplace(who, 1);
  }
}

void Tally::hand_over(const Service* service, std::chrono::sys_seconds now, bool at_the_end) {
  const auto minute = std::chrono::floor<std::chrono::minutes>(now);
  if (minute == minute_ && !at_the_end) return;
  minute_ = minute;
  if (service == nullptr) return;
  for (const auto& [what, callers] : counts_) {
    for (const auto& [who, count] : callers) {
      service->note({.who = who, .what = std::string(what), .count = count});
    }
  }
  counts_.clear();
}

}  // namespace talentmatch
