#pragma once
// The options of a ranking request on the command line, by their names in the API.

#include <map>
#include <string>
#include <string_view>

#include "tools/backend.hpp"

namespace talentmatch {

class RankArguments {
 public:
  // Must stay where it is until the command line is parsed.
  void add_to(CLI::App& command, Side side);
  // Those that answers about all pairs have.
  void add_all_pairs_to(CLI::App& command);
  // Those that were given, and the language.
  NamedOptions named(const Access& access) const;

 private:
  void add(CLI::App& command, std::string_view name, std::string_view help);

  std::map<std::string, std::string, std::less<>> given_;
};

}  // namespace talentmatch
