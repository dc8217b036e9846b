#pragma once
// Entity tags of records: the version of one record as HTTP's If-Match compares it.

#include <optional>
#include <string>
#include <string_view>

#include "storage/service/service.hpp"

namespace talentmatch {

// A quoted hash (XXH3, 64 bits, hex) of the canonical JSON: equal records have equal tags.
std::string etag_of(std::string_view json);
// Does the record as it is now (none = there is no such record) meet the precondition?
bool meets(const Precondition& precondition, const std::optional<std::string>& json);

}  // namespace talentmatch
