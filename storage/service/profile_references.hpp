#pragma once
// A record given with a request may name only schools and employers that are stored, like a stored one.

#include "engine/market/snapshot.hpp"
#include "engine/model/error.hpp"
#include "engine/model/records.hpp"

namespace talentmatch {

// Error: unknown_reference with the field.
Result<void> check_references(const Graduate& profile, const Snapshot& snapshot);
Result<void> check_references(const Posting& profile, const Snapshot& snapshot);

}  // namespace talentmatch
