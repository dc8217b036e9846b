#include "engine/catalog/code_list.hpp"

#include <algorithm>
#include <limits>

#include <fmt/format.h>

namespace talentmatch {
namespace {

constexpr std::size_t kMostRows = std::numeric_limits<std::uint16_t>::max() - 1;

std::vector<const CodeRow*> by_code(std::span<const CodeRow> rows) {
  std::vector<const CodeRow*> order;
  order.reserve(rows.size());
  for (const auto& row : rows) order.push_back(&row);
  std::ranges::sort(order, {}, [](const CodeRow* row) { return std::string_view(row->code); });
  return order;
}

}  // namespace

void CodeList::append(const CodeList& other) {
  codes.insert(codes.end(), other.codes.begin(), other.codes.end());
  names.insert(names.end(), other.names.begin(), other.names.end());
}

Result<CodeList> ordered_codes(std::string_view table, std::span<const CodeRow> rows,
                               bool (*is_code)(std::string_view)) {
  if (rows.size() > kMostRows) {
    return fail(bad_row(table, fmt::format("{}", rows.size()), fmt::format("at most {} rows", kMostRows)));
  }
  CodeList list;
  for (const CodeRow* row : by_code(rows)) {
    if (!is_code(row->code)) return fail(bad_row(table, row->code, "not a code of this table"));
    if (row->name.empty()) return fail(bad_row(table, row->code, "has no name"));
    if (!list.codes.empty() && list.codes.back() == row->code) {
      return fail(bad_row(table, row->code, "the code is given twice"));
    }
    list.codes.push_back(row->code);
    list.names.push_back(row->name);
  }
  return list;
}

Error bad_row(std::string_view table, std::string_view value, std::string_view detail) {
  return {.code = ErrorCode::invalid_value,
          .field = std::string(table),
          .value = excerpt(value),
          .detail = std::string(detail)};
}

}  // namespace talentmatch
