#pragma once
// A page's cursor: opaque URL-safe text that carries the last key, the data version and the day. It is
// checked when it comes back (form, ranges, checksum), so a damaged one is refused, never misread.

#include <string>
#include <string_view>

#include "engine/model/date.hpp"
#include "engine/model/error.hpp"
#include "engine/ranking/options.hpp"

namespace talentmatch {

struct Cursor {
  PageKey key;
  Date as_of;
};

std::string encode_cursor(const PageKey& key, Date as_of);
// Error: invalid_cursor.
Result<Cursor> decode_cursor(std::string_view text);

}  // namespace talentmatch
