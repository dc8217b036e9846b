#pragma once

#include <string>

namespace talentmatch {

// On whose behalf something is done: the id of a key, or "local" for whoever holds the data directory.
struct Caller {
  std::string who = "local";
};

}  // namespace talentmatch
