#pragma once
// Forms that texts from outside must have, and the shape in which an offending one goes into an error.

#include <cstddef>
#include <string>
#include <string_view>

#include "engine/model/error.hpp"

namespace talentmatch {

inline constexpr std::string_view kIdForm = "[A-Za-z0-9._:-]{1,64}";

// 1–64 characters of [A-Za-z0-9._:-].
bool is_id(std::string_view text);
// d-dd-dd-dd of the occupational classification (职业分类大典).
bool is_occupation_code(std::string_view text);
bool is_utf8(std::string_view text);
// Of C0, DEL or C1. The text must be UTF-8.
bool has_control_character(std::string_view text);

// At most 64 bytes, cut between characters and ended with "…" if something was cut off.
std::string shortened(std::string_view text);

// Not empty, at most `max_bytes`, no control characters. Errors: invalid_value, too_long.
Result<void> check_text(std::string_view text, std::size_t max_bytes);

}  // namespace talentmatch
