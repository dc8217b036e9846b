#pragma once
// Tables as tab-separated text: `#` lines first or anywhere, a header row that names the columns, then rows.
// No quoting; a BOM and CR LF are accepted. Columns are found by name, so further ones do no harm.

#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/model/error.hpp"

namespace talentmatch {

// Calls `take` with the cells of the asked columns for every row, in file order. An error's field is
// "majors.tsv:17" (`file` and line).
Result<void> read_tsv(std::string_view file, std::string_view text, std::span<const std::string_view> columns,
                      const std::function<void(std::span<const std::string_view>)>& take);

}  // namespace talentmatch
