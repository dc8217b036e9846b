#pragma once
// The options of a ranking request on the command line, by their names in the API.

#include <map>
#include <string>

#include "tools/backend.hpp"

namespace talentmatch {

class RankArguments {
 public:
  // Must stay where it is until the command line is parsed.
  void add_to(CLI::App& command, Side side);
  // Those that were given, and the language.
  NamedOptions named(const Access& access) const;

 private:
  std::map<std::string, std::string, std::less<>> given_;
};

}  // namespace talentmatch
