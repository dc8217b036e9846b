#pragma once
// How many requests of a kind each caller made: a line of the audit log a minute, not one a request. For one
// thread.

#include <chrono>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>

#include "storage/service/service.hpp"

namespace talentmatch {

class Tally {
 public:
  // `what` lives for ever.
  void count(std::string_view what, std::string_view who);
  // Hands over what was counted if its minute is over, or it is the end. Before there is a service nothing
  // was counted.
  void hand_over(const Service* service, std::chrono::sys_seconds now, bool at_the_end);

 private:
  std::map<std::string_view, std::map<std::string, std::uint64_t, std::less<>>> counts_;
  std::chrono::sys_time<std::chrono::minutes> minute_{};
};

}  // namespace talentmatch
