#pragma once
// simdjson refuses a whole document for one number that no 64 bits hold. This finds that number again.

#include <optional>
#include <string_view>

#include "engine/model/error.hpp"

namespace talentmatch {

// out_of_range with the field's path; none if the document's fault is another.
std::optional<Error> find_oversized_number(std::string_view json);

}  // namespace talentmatch
