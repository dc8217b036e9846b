#pragma once
// What `recommend` and `candidates` share: a ranking for a stored record or a profile.

#include <filesystem>
#include <string>

#include "tools/commands.hpp"
#include "tools/rank_arguments.hpp"

namespace talentmatch {

struct RankingCommand {
  Access access;
  Side side = Side::postings;  // what is ranked
  std::string id;
  std::string profile;        // JSON, or a file of it
  bool all = false;           // for every stored record, as NDJSON
  std::filesystem::path out;  // of `all`; empty = the standard output
  bool explain = false;
  RankArguments rank;
};

struct RankingWords {
  std::string name, help, asking_option, asking_help, footer;
};

void add_ranking(CLI::App& program, Action& chosen, Side side, const RankingWords& words);

}  // namespace talentmatch
