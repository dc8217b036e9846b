#pragma once
// A key as the store has it: what was decided, and the hashes in hex.

#include <string>
#include <string_view>

#include "engine/model/error.hpp"
#include "storage/keys/key.hpp"

namespace talentmatch {

std::string stored_key(const Key& key);
// Error: corrupt_data.
Result<Key> read_stored_key(std::string_view json);

}  // namespace talentmatch
