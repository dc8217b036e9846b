#pragma once
// The checked rows of one table, ascending by code, and how a bad row is reported.

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/catalog/tables.hpp"
#include "engine/model/error.hpp"

namespace talentmatch {

struct CodeList {
  std::vector<std::string> codes;
  std::vector<std::string> names;

  std::size_t size() const { return codes.size(); }
  void append(const CodeList& other);
};

// Refuses a code of another form, a missing name, a code given twice, and 65535 rows or more (positions are
// two bytes, the last value means none).
Result<CodeList> ordered_codes(std::string_view table, std::span<const CodeRow> rows,
                               bool (*is_code)(std::string_view));

// invalid_value: `field` is the table, `value` the row's code.
Error bad_row(std::string_view table, std::string_view value, std::string_view detail);

}  // namespace talentmatch
