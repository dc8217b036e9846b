#include "tools/ranking_command.hpp"

#include <fstream>
#include <iterator>
#include <memory>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "tools/json_answer.hpp"
#include "tools/rank_everyone.hpp"
#include "tools/rank_text.hpp"

namespace talentmatch {
namespace {

// Text that starts like an object is the profile itself.
Outcome<std::string> profile_text(const std::string& given) {
  std::string text = given;
  if (!given.starts_with('{')) {
    std::ifstream file(given, std::ios::binary);
    if (!file)
      return give_up(fmt::format("--profile {}: neither JSON nor a file that can be read", given), kMisused);
    text.assign(std::istreambuf_iterator<char>(file), {});
  }
  simdjson::dom::parser parser;
  simdjson::dom::object object;
  if (parser.parse(text).get(object) != simdjson::SUCCESS) return give_up("--profile: not a JSON object");
  return text;
}

NamedOptions options_of(const RankingCommand& command) {
  auto options = command.rank.named(command.access);
  if (command.explain) options.emplace_back("explain", "true");
  return options;
}

Outcome<std::string> rank(const RankingCommand& command, const Backend& backend) {
  const auto options = options_of(command);
  if (command.profile.empty()) return backend.ranking(command.side, command.id, options);
  const auto profile = profile_text(command.profile);
  if (!profile) return std::unexpected(profile.error());
  return backend.profile_ranking(command.side, *profile, options);
}

Outcome<int> run_all(const RankingCommand& command) {
  const auto backend = Backend::open(command.access);
  if (!backend) return std::unexpected(backend.error());
  const auto done = rank_everyone(*backend, command.side, options_of(command), command.out);
  if (!done) return std::unexpected(done.error());
  return kDone;
}

Outcome<int> run(const RankingCommand& command) {
  const int asking = (command.id.empty() ? 0 : 1) + (command.profile.empty() ? 0 : 1) + (command.all ? 1 : 0);
  if (asking != 1) {
    const auto* option = command.side == Side::postings ? "--graduate" : "--posting";
    return give_up(fmt::format("give one of {} ID, --profile JSON and --all", option), kMisused);
  }
  if (!command.out.empty() && !command.all) return give_up("--out goes with --all", kMisused);
  if (command.all) return run_all(command);
  const auto backend = Backend::open(command.access);
  if (!backend) return std::unexpected(backend.error());
  const auto answer = rank(command, *backend);
  if (!answer) return std::unexpected(answer.error());
  if (command.access.json) {
    fmt::print("{}\n", *answer);
    return kDone;
  }
  const auto catalog = open_catalog(command.access);
  fmt::print("{}", ranking_text(*answer, command.side, *backend, catalog ? catalog->get() : nullptr,
                                command.access.language));
  return kDone;
}

}  // namespace

void add_ranking(CLI::App& program, Action& chosen, Side side, const RankingWords& words) {
  auto* command = program.add_subcommand(words.name, words.help);
  auto ranking = std::make_shared<RankingCommand>();
  ranking->side = side;
  command->add_option(words.asking_option, ranking->id, words.asking_help)->type_name("ID");
  command->add_option("--profile", ranking->profile, "A record that is not stored: JSON, or a file of it")
      ->type_name("JSON|FILE");
  command->add_flag("--all", ranking->all, "For every stored record, as NDJSON by its id");
  command->add_option("--out", ranking->out, "File for --all; else the output")->type_name("FILE");
  command->add_flag("--explain", ranking->explain, "Show the reasons of each result");
  ranking->rank.add_to(*command, side);
  add_access(*command, ranking->access);
  command->footer(words.footer);
  command->callback([&chosen, ranking] { chosen = [ranking] { return run(*ranking); }; });
}

}  // namespace talentmatch
