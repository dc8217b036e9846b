#include <memory>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "tools/commands.hpp"
#include "tools/rank_arguments.hpp"
#include "tools/rank_text.hpp"

namespace talentmatch {
namespace {

struct ExplainArguments {
  Access access;
  std::string graduate;
  std::string posting;
  RankArguments rank;
};

Outcome<int> explain(const ExplainArguments& arguments) {
  const auto backend = Backend::open(arguments.access);
  if (!backend) return std::unexpected(backend.error());
  const auto answer =
      backend->explanation(arguments.graduate, arguments.posting, arguments.rank.named(arguments.access));
  if (!answer) return std::unexpected(answer.error());
  fmt::print("{}",
             arguments.access.json ? *answer + "\n" : explanation_text(*answer, arguments.access.language));
  return kDone;
}

}  // namespace

void add_explain(CLI::App& program, Action& chosen) {
  auto* command = program.add_subcommand("explain", "Why a posting is proposed to a graduate, or why not");
  auto arguments = std::make_shared<ExplainArguments>();
  command->add_option("--graduate", arguments->graduate, "Id of the graduate")->required()->type_name("ID");
  command->add_option("--posting", arguments->posting, "Id of the posting")->required()->type_name("ID");
  arguments->rank.add_all_pairs_to(*command);
  add_access(*command, arguments->access);
  command->footer("Example:\n  talentmatch explain --data var/data --graduate G1 --posting P7 --lang zh");
  command->callback([&chosen, arguments] { chosen = [arguments] { return explain(*arguments); }; });
}

}  // namespace talentmatch
