#include "engine/catalog/retired_codes.hpp"

#include <algorithm>

#include "engine/catalog/code_list.hpp"

namespace talentmatch {

Result<RetiredCodes::Retired> RetiredCodes::link(std::string_view table, const RetiredCodeRow& row,
                                                 const DigitIndex& current) {
  Retired retired{row.code, {}};
  for (const auto& successor : row.successors) {
    const auto position = current.find(successor);
    if (!position) return fail(bad_row(table, successor, "successor of " + row.code + " is not current"));
    retired.successors.push_back(*position);
  }
  std::ranges::sort(retired.successors);
  if (std::ranges::adjacent_find(retired.successors) != retired.successors.end()) {
    return fail(bad_row(table, row.code, "names a successor twice"));
  }
  return retired;
}

Result<RetiredCodes> RetiredCodes::build(std::string_view table, std::span<const RetiredCodeRow> rows,
                                         bool (*is_code)(std::string_view), const DigitIndex& current) {
  RetiredCodes codes;
  codes.rows_.reserve(rows.size());
  for (const auto& row : rows) {
    if (!is_code(row.code)) return fail(bad_row(table, row.code, "not a code of this table"));
    auto retired = link(table, row, current);
    if (!retired) return fail(std::move(retired.error()));
    codes.rows_.push_back(*std::move(retired));
  }
  std::ranges::sort(codes.rows_, {}, &Retired::code);
  const auto twice = std::ranges::adjacent_find(codes.rows_, {}, &Retired::code);
  if (twice != codes.rows_.end()) return fail(bad_row(table, twice->code, "the code is given twice"));
  return codes;
}

std::optional<std::span<const std::uint16_t>> RetiredCodes::find(std::string_view code) const {
  const auto row = std::ranges::lower_bound(rows_, code, {}, &Retired::code);
  if (row == rows_.end() || row->code != code) return std::nullopt;
  return row->successors;
}

}  // namespace talentmatch
