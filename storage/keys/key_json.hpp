#pragma once
// Keys as JSON: as they are asked for, and as they are told (nothing of the secret, but once).

#include <chrono>
#include <string>
#include <string_view>

#include "engine/model/error.hpp"
#include "storage/keys/key.hpp"
#include "storage/keys/key_ring.hpp"

namespace talentmatch {

// {"id":"portal","scopes":["read"],"schools":["S1"],"employers":[…],"expires":"2027-06-30"}; what is not
// given or null is left as it is. Errors: invalid_json, invalid_utf8, not_an_object, unknown_field,
// wrong_type, invalid_value. What they mean together is check()'s affair.
Result<KeySpec> read_key_spec(std::string_view json);

// {"overlap_hours":24}; an empty text is none. Errors: as above, out_of_range.
Result<std::chrono::seconds> read_overlap(std::string_view json);

void append_key_spec(std::string& out, const KeySpec& spec);
// The spec's members, then "created" and, after a rotation with overlap, "old_until".
void append_key(std::string& out, const Key& key);
void append_keys(std::string& out, const KeySet& keys);             // {"keys":[…]}
void append_issued_key(std::string& out, const IssuedKey& issued);  // and "key": the token

}  // namespace talentmatch
