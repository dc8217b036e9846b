#include <array>
#include <memory>
#include <utility>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "tools/backend.hpp"
#include "tools/commands.hpp"
#include "tools/json_answer.hpp"
#include "tools/table.hpp"

namespace talentmatch {
namespace {

struct Count {
  std::string_view name;
  std::string_view en;
  std::string_view zh;
};
constexpr std::array<Count, 9> kCounts{{
    {"schools", "schools", "院校"},
    {"graduates", "graduates", "毕业生"},
    {"employers", "employers", "企业"},
    {"postings", "postings", "岗位"},
    {"ties", "ties", "校企合作"},
    {"placements", "placements", "去向记录"},
    {"headcount", "headcount in all", "岗位人数合计"},
    {"seats_open", "seats open", "在招名额"},
    {"graduates_seeking", "graduates seeking", "求职毕业生"},
}};

std::string readable(const std::string& answer, Language language) {
  simdjson::dom::parser parser;
  JsonElement stats;
  if (parser.parse(answer).get(stats) != simdjson::SUCCESS) return answer + "\n";
  const bool zh = language == Language::zh;
  std::vector<TableRow> rows;
  rows.reserve(kCounts.size() + 2);
  for (const auto& figure : kCounts) {
    rows.push_back(
        {{std::string(zh ? figure.zh : figure.en), std::to_string(number_of(stats, figure.name))}, {}});
  }
  double ratio = 0;
  if (stats["openings_per_seeker"].get(ratio) == simdjson::SUCCESS) {
    rows.push_back({{zh ? "求人倍率" : "seats per graduate seeking", fmt::format("{:.2f}", ratio)}, {}});
  }
  rows.push_back({{zh ? "数据版本" : "data version", std::string(text_of(stats, "version"))}, {}});
  return format_table(rows);
}

Outcome<int> show(const Access& access) {
  const auto backend = Backend::open(access);
  if (!backend) return std::unexpected(backend.error());
  const auto answer = backend->stats();
  if (!answer) return std::unexpected(answer.error());
  fmt::print("{}", access.json ? *answer + "\n" : readable(*answer, access.language));
  return kDone;
}

}  // namespace

void add_stats(CLI::App& program, Action& chosen) {
  auto* command = program.add_subcommand("stats", "Counts of records, seats and 求人倍率");
  auto access = std::make_shared<Access>();
  add_access(*command, *access);
  command->footer("Example:\n  talentmatch stats --data var/data");
  command->callback([&chosen, access] { chosen = [access] { return show(*access); }; });
}

}  // namespace talentmatch
