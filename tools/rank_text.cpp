#include "tools/rank_text.hpp"

#include <fmt/format.h>

#include "tools/json_answer.hpp"
#include "tools/table.hpp"

namespace talentmatch {
namespace {

std::string place(std::string_view code, const Catalog* catalog) {
  if (catalog == nullptr || code.empty()) return std::string(code);
  const auto region = catalog->resolve_region(code);
  return region ? catalog->full_name_of(region->id) : std::string(code);
}

std::string major(std::string_view code, const Catalog* catalog) {
  if (catalog == nullptr) return std::string(code);
  const auto found = catalog->resolve_major(code);
  return found ? std::string(catalog->name_of(Catalog::entry_of(found->id))) : std::string(code);
}

std::string pay(const JsonElement& posting) {
  const auto low = number_of(posting, "pay_min");
  const auto high = number_of(posting, "pay_max");
  if (low == 0 && high == 0) return "";
  if (low == 0 || high == 0) return fmt::format("¥{}", low + high);
  return fmt::format("¥{}–{}", low, high);
}

std::vector<std::string> posting_cells(const JsonElement& posting, const Catalog* catalog) {
  return {std::string(text_of(posting, "title")), place(text_of(posting, "region"), catalog), pay(posting)};
}

std::vector<std::string> graduate_cells(const JsonElement& graduate, const Catalog* catalog) {
  return {major(text_of(graduate, "major"), catalog), std::string(text_of(graduate, "level")),
          std::string(text_of(graduate, "school"))};
}

std::vector<std::string> headings(Side side, Language language) {
  const bool zh = language == Language::zh;
  if (side == Side::postings) {
    if (zh) return {"序", "总分", "企业 E", "毕业生 S", "岗位", "名称", "地点", "月薪"};
    return {"#", "score", "E", "S", "posting", "title", "place", "pay"};
  }
  if (zh) return {"序", "总分", "企业 E", "毕业生 S", "毕业生", "专业", "学历", "院校"};
  return {"#", "score", "E", "S", "graduate", "major", "level", "school"};
}

// The view that the points belong to, as in the headings.
std::string reason_text(const JsonElement& reason) {
  return fmt::format("{} {:>4} = {:>4} × {:>3} %  {}", text_of(reason, "view") == "employer" ? 'E' : 'S',
                     number_of(reason, "points"), number_of(reason, "weight"), number_of(reason, "value"),
                     text_of(reason, "text"));
}

void add_details(TableRow& row, Side side, std::string_view id, const Backend& backend,
                 const Catalog* catalog) {
  const bool postings = side == Side::postings;
  const auto record = backend.record(postings ? Collection::postings : Collection::graduates, id);
  simdjson::dom::parser parser;
  JsonElement fields;
  if (!record || parser.parse(*record).get(fields) != simdjson::SUCCESS) return;
  const auto cells = postings ? posting_cells(fields, catalog) : graduate_cells(fields, catalog);
  row.cells.insert(row.cells.end(), cells.begin(), cells.end());
}

std::string number_cell(const JsonElement& result, std::string_view name) {
  return has(result, name) ? std::to_string(number_of(result, name)) : "";
}

TableRow result_row(const JsonElement& result, std::size_t number, Side side) {
  TableRow row;
  row.cells = {std::to_string(number), number_cell(result, "score"), number_cell(result, "employer_view"),
               number_cell(result, "graduate_view"),
               std::string(text_of(result, side == Side::postings ? "posting" : "graduate"))};
  for (const auto& reason : list_of(result, "reasons")) row.notes.push_back(reason_text(reason));
  return row;
}

std::string gates_text(const JsonElement& answer) {
  std::string out;
  for (const auto& gate : list_of(answer, "gates")) {
    out += fmt::format("  {}: {}\n", text_of(gate, "code"), text_of(gate, "text"));
  }
  return out;
}

}  // namespace

std::string ranking_text(const std::string& answer, Side side, const Backend& backend, const Catalog* catalog,
                         Language language) {
  simdjson::dom::parser parser;
  JsonElement root;
  if (parser.parse(answer).get(root) != simdjson::SUCCESS) return answer + "\n";
  std::vector<TableRow> rows{{headings(side, language), {}}};
  for (const auto& result : list_of(root, "results")) {
    auto row = result_row(result, rows.size(), side);
    add_details(row, side, row.cells.back(), backend, catalog);
    rows.push_back(std::move(row));
  }
  std::string out = gates_text(root);
  if (rows.size() > 1) out += format_table(rows);
  if (rows.size() == 1 && out.empty()) out = language == Language::zh ? "没有结果\n" : "no results\n";
  const auto cursor = text_of(root, "cursor");
  if (!cursor.empty())
    out += fmt::format("{} --cursor {}\n", language == Language::zh ? "下一页" : "next page:", cursor);
  return out;
}

std::string changes_text(const std::string& answer, Language language) {
  simdjson::dom::parser parser;
  JsonElement root;
  if (parser.parse(answer).get(root) != simdjson::SUCCESS) return answer + "\n";
  std::string out = gates_text(root);
  for (const auto& change : list_of(root, "changes")) {
    out += fmt::format("{:>+8}  {}\n", number_of(change, "opens"), text_of(change, "text"));
  }
  if (!out.empty() && has(root, "gates")) return out;
  const auto* rest =
      language == Language::zh ? "{:>8}  项其他改变没有影响\n" : "{:>8}  other changes have no effect\n";
  return out + fmt::format(fmt::runtime(rest), number_of(root, "without_effect"));
}

std::string explanation_text(const std::string& answer, Language language) {
  simdjson::dom::parser parser;
  JsonElement root;
  if (parser.parse(answer).get(root) != simdjson::SUCCESS) return answer + "\n";
  const bool zh = language == Language::zh;
  std::string out = fmt::format("{} → {}: ", text_of(root, "graduate"), text_of(root, "posting"));
  if (has(root, "gates")) {
    out += zh ? "不推荐\n" : "not proposed\n";
    out += gates_text(root);
  } else {
    out += fmt::format(fmt::runtime(zh ? "第 {} 位，总分 {}\n" : "rank {}, score {}\n"),
                       number_of(root, "rank"), number_of(root, "score"));
  }
  if (has(root, "missing_score")) {
    out += fmt::format(fmt::runtime(zh ? "  距入选还差 {} 分\n" : "  {} points short of the first k\n"),
                       number_of(root, "missing_score"));
  }
  for (const auto& reason : list_of(root, "reasons")) out += fmt::format("  {}\n", reason_text(reason));
  out += fmt::format("  {}\n", text_of(root, "fusion"));
  return out;
}

}  // namespace talentmatch
