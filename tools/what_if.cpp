#include <memory>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "tools/commands.hpp"
#include "tools/rank_arguments.hpp"
#include "tools/rank_text.hpp"

namespace talentmatch {
namespace {

struct WhatIfArguments {
  Access access;
  Side side = Side::postings;  // that is opened
  std::string id;
  RankArguments rank;
};

Outcome<int> what_if(const WhatIfArguments& arguments) {
  const auto backend = Backend::open(arguments.access);
  if (!backend) return std::unexpected(backend.error());
  const auto answer = backend->what_if(arguments.side, arguments.id, arguments.rank.named(arguments.access));
  if (!answer) return std::unexpected(answer.error());
  fmt::print("{}", arguments.access.json ? *answer + "\n" : changes_text(*answer, arguments.access.language));
  return kDone;
}

struct Words {
  std::string name, help, option, option_help;
};

void add(CLI::App& program, Action& chosen, Side side, const Words& words) {
  auto* command = program.add_subcommand(words.name, words.help);
  auto arguments = std::make_shared<WhatIfArguments>();
  arguments->side = side;
  command->add_option(words.option, arguments->id, words.option_help)->required()->type_name("ID");
  arguments->rank.add_all_pairs_to(*command);
  add_access(*command, arguments->access);
  command->footer(fmt::format("Example:\n  talentmatch {} --data var/data {} {} --k 20 --lang zh", words.name,
                              words.option, side == Side::postings ? "G1" : "P7"));
  command->callback([&chosen, arguments] { chosen = [arguments] { return what_if(*arguments); }; });
}

}  // namespace

void add_gaps(CLI::App& program, Action& chosen) {
  add(program, chosen, Side::postings,
      {"gaps", "What each certificate, further kind or wider region would open to a graduate", "--graduate",
       "Id of the graduate"});
}

void add_relaxations(CLI::App& program, Action& chosen) {
  add(program, chosen, Side::graduates,
      {"relaxations", "What each relaxed demand of a posting would open", "--posting", "Id of the posting"});
}

}  // namespace talentmatch
