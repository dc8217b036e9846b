#pragma once

#include <string>
#include <string_view>

namespace talentmatch {

// No key has this name.
inline constexpr std::string_view kLocalCaller = "local";

// On whose behalf something is done: the id of a key, or "local" for whoever holds the data directory.
struct Caller {
  std::string who{kLocalCaller};
};

}  // namespace talentmatch
