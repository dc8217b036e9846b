#include "tools/place_text.hpp"

#include <array>

#include <fmt/format.h>

#include "tools/table.hpp"

namespace talentmatch {
namespace {

struct ReportFigure {
  std::string_view pointer;  // into the run
  std::string_view en;
  std::string_view zh;
};
constexpr std::array<ReportFigure, 25> kReportFigures{{
    {"/report/graduates", "graduates", "毕业生"},
    {"/report/postings", "postings", "岗位"},
    {"/report/seats", "seats", "名额"},
    {"/report/placed", "placed", "已安排"},
    {"/report/reasons/locked", "  of these by hand", "  其中手工锁定"},
    {"/report/reasons/bound", "  of these bound", "  其中招生即招工"},
    {"/report/reasons/no_eligible_posting", "no eligible posting", "无符合条件的岗位"},
    {"/report/reasons/all_filled", "all eligible filled", "符合条件的岗位已满"},
    {"/report/reasons/list_exhausted", "list exhausted", "志愿用尽"},
    {"/report/ranks/1", "first choice", "第 1 志愿"},
    {"/report/ranks/2", "second choice", "第 2 志愿"},
    {"/report/ranks/3", "third choice", "第 3 志愿"},
    {"/report/gini_of_rank", "Gini of rank, per mille", "志愿序基尼系数（千分之）"},
    {"/report/matching_major", "matching major", "对口"},
    {"/report/in_school_province", "in the school's province", "留在院校所在省"},
    {"/report/by_lottery", "admitted by lottery alone", "仅凭抽签录取"},
    {"/report/free_seats", "seats free", "空余名额"},
    {"/report/reserve/need", "reserve needed", "预留需求"},
    {"/report/reserve/filled", "reserve filled", "预留已用"},
    {"/report/reserve/released", "reserve released", "预留释放"},
    {"/report/total", "total score", "总分"},
    {"/report/bound", "bound on any total", "总分上界"},
    {"/report/gap_millionths", "gap, millionths", "差距（百万分之）"},
    {"/report/granted", "proposed pairs", "推荐对数"},
    {"/confirmation/placements", "confirmed placements", "已确认安排"},
}};

}  // namespace

std::string placement_text(const JsonElement& run, Language language) {
  const bool zh = language == Language::zh;
  std::vector<TableRow> rows{{{zh ? "运行" : "run", std::string(text_of(run, "id"))}, {}},
                             {{zh ? "状态" : "state", std::string(text_of(run, "state"))}, {}},
                             {{zh ? "方式" : "mode", std::string(text_of(run, "mode"))}, {}},
                             {{zh ? "数据版本" : "data version", std::string(text_of(run, "version"))}, {}}};
  for (const auto& figure : kReportFigures) {
    std::int64_t value = 0;
    if (run.at_pointer(figure.pointer).get(value) != simdjson::SUCCESS) continue;
    rows.push_back({{std::string(zh ? figure.zh : figure.en), std::to_string(value)}, {}});
  }
  simdjson::dom::array refused;
  if (run.at_pointer("/confirmation/refused").get(refused) == simdjson::SUCCESS) {
    rows.push_back({{zh ? "拒绝确认" : "refused", std::to_string(refused.size())}, {}});
  }
  bool passed = false;
  if (run.at_pointer("/report/verification/passed").get(passed) == simdjson::SUCCESS) {
    rows.push_back(
        {{zh ? "独立核验" : "verified", passed ? (zh ? "通过" : "yes") : (zh ? "未通过" : "NO")}, {}});
  }
  return format_table(rows);
}

std::string placement_explanation_text(const JsonElement& explanation, Language language) {
  const bool zh = language == Language::zh;
  std::string text;
  for (const JsonElement& row : list_of(explanation, "assignments")) {
    fmt::format_to(std::back_inserter(text), "{} → {} ({})\n", text_of(row, "graduate"),
                   has(row, "score") ? text_of(row, "posting") : "-", text_of(row, "reason"));
  }
  std::vector<TableRow> rows;
  if (zh) rows.push_back({{"岗位", "企业 E", "毕业生 S", "结果"}, {}});
  if (!zh) rows.push_back({{"posting", "E", "S", "outcome"}, {}});
  for (const JsonElement& wish : list_of(explanation, "wishes")) {
    TableRow row{{std::string(text_of(wish, "posting")), std::to_string(number_of(wish, "employer_view")),
                  std::to_string(number_of(wish, "graduate_view")), std::string(text_of(wish, "outcome"))},
                 {std::string(text_of(wish, "text"))}};
    for (const JsonElement& gate : list_of(wish, "gates")) row.notes.emplace_back(text_of(gate, "text"));
    rows.push_back(std::move(row));
  }
  return rows.size() == 1 ? text : text + format_table(rows);
}

std::string waiting_list_text(const JsonElement& list, Language language) {
  std::vector<TableRow> rows;
  if (language == Language::zh) rows.push_back({{"序", "毕业生", "企业 E", "抽签号"}, {}});
  if (language != Language::zh) rows.push_back({{"#", "graduate", "E", "lottery"}, {}});
  for (const JsonElement& one : list_of(list, "waiting")) {
    rows.push_back({{std::to_string(rows.size()), std::string(text_of(one, "graduate")),
                     std::to_string(number_of(one, "employer_view")), std::string(text_of(one, "lottery"))},
                    {}});
  }
  return format_table(rows);
}

std::string placement_what_if_text(const JsonElement& change, Language language) {
  const bool zh = language == Language::zh;
  const auto number = [&](const char* pointer) {
    std::int64_t value = 0;
    return change.at_pointer(pointer).get(value) == simdjson::SUCCESS ? value : 0;
  };
  const std::string text = fmt::format(
      fmt::runtime(zh ? "{}：{} → {} 个席位；变动 {} 人，其中变好 {} 人、变差 {} 人\n"
                      : "{}: {} → {} seats; {} would move, {} to what they want more, {} to less\n"),
      text_of(change, "posting"), number("/seats/before"), number("/seats/after"), number("/counts/moved"),
      number("/counts/improved"), number("/counts/worse"));
  std::vector<TableRow> rows;
  rows.push_back({{zh ? "毕业生" : "graduate", zh ? "原岗位" : "before", zh ? "新岗位" : "after"}, {}});
  const auto or_none = [](std::string_view id) { return std::string(id.empty() ? "-" : id); };
  for (const JsonElement& one : list_of(change, "moved")) {
    rows.push_back({{std::string(text_of(one, "graduate")), or_none(text_of(one, "before")),
                     or_none(text_of(one, "after"))},
                    {}});
  }
  return rows.size() == 1 ? text : text + format_table(rows);
}

}  // namespace talentmatch
