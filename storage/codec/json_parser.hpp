#pragma once
// simdjson behind our errors. The whole input is checked before anything is read from it: UTF-8, structure,
// nothing after the value.

#include <string_view>

#include <simdjson.h>

#include "engine/model/error.hpp"

namespace talentmatch {

using JsonElement = simdjson::dom::element;
using JsonObject = simdjson::dom::object;
using JsonArray = simdjson::dom::array;
using JsonType = simdjson::dom::element_type;

// Keeps its buffers, so each thread has its own; what it gave is valid until the next call.
class JsonParser {
 public:
  // Errors: invalid_json, invalid_utf8, not_an_object, out_of_range (a number beyond 64 bits, by its field).
  Result<JsonObject> parse_object(std::string_view json);

 private:
  simdjson::dom::parser parser_;
};

}  // namespace talentmatch
