#pragma once

#include "engine/model/error.hpp"
#include "storage/keys/key.hpp"

namespace talentmatch {

// An id (but not the audit log's name for those without a key), at least one scope; limits to schools or to
// employers, not to both, and then none but read and write, which alone can be limited. Errors: invalid_id,
// exists, missing_field, invalid_value.
Result<void> check(const KeySpec& spec);

}  // namespace talentmatch
