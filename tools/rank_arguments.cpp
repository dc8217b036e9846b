#include "tools/rank_arguments.hpp"

#include <algorithm>
#include <array>

#include <CLI/CLI.hpp>

namespace talentmatch {
namespace {

enum class For : std::uint8_t { both, postings, graduates };

struct Argument {
  std::string_view name;
  For side;
  std::string_view help;
};
constexpr std::array<Argument, 14> kArguments{{
    {"k", For::both, "How many, 1…1000 (default 20)"},
    {"perspective", For::both, "mutual (default), graduate or employer"},
    {"weights", For::both, "employer.major:400,employer.certificates:400,…; each view adds up to 1000"},
    {"as_of", For::both, "Day of the judgement, YYYY-MM-DD; default: today in UTC+8"},
    {"kinds", For::postings, "Only job, internship, order_class; comma-separated, as all lists"},
    {"regions", For::both, "Only inside these regions"},
    {"employers", For::postings, "Only of these employers"},
    {"schools", For::graduates, "Only of these schools"},
    {"levels", For::both, "Only these levels of education"},
    {"min_score", For::both, "Only from this score on"},
    {"exclude", For::both, "Leave these ids out"},
    {"max_per_employer", For::postings, "At most so many of one employer"},
    {"personalized", For::postings, "false: newest first, the same for everyone"},
    {"cursor", For::both, "Continue after the page that gave it"},
}};

std::string flag_names(std::string_view name) {
  std::string names = "--" + std::string(name);
  if (name.find('_') == std::string_view::npos) return names;
  std::string hyphenated(name);
  std::ranges::replace(hyphenated, '_', '-');
  return names + ",--" + hyphenated;
}

}  // namespace

void RankArguments::add_to(CLI::App& command, Side side) {
  const auto other = side == Side::postings ? For::graduates : For::postings;
  for (const auto& argument : kArguments) {
    if (argument.side == other) continue;
    add(command, argument.name, argument.help);
  }
}

void RankArguments::add_all_pairs_to(CLI::App& command) {
  for (const auto& argument : kArguments) {
    if (check_all_pairs_option(argument.name)) add(command, argument.name, argument.help);
  }
}

void RankArguments::add(CLI::App& command, std::string_view name, std::string_view help) {
  const auto keep = [this, key = std::string(name)](const std::string& value) { given_[key] = value; };
  command.add_option_function<std::string>(flag_names(name), keep, std::string(help))
      ->type_name("VALUE")
      ->group("Ranking");
}

NamedOptions RankArguments::named(const Access& access) const {
  NamedOptions options(given_.begin(), given_.end());
  options.emplace_back("lang", word(access.language));
  return options;
}

}  // namespace talentmatch
