#pragma once
// Reading the product's own JSON answers again, to show them to a person.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <simdjson.h>

#include "tools/outcome.hpp"

namespace talentmatch {

using JsonElement = simdjson::dom::element;

// Members of an object; empty, 0 or an empty list where there is none of that type.
std::string_view text_of(const JsonElement& object, std::string_view name);
std::int64_t number_of(const JsonElement& object, std::string_view name);
std::vector<JsonElement> list_of(const JsonElement& object, std::string_view name);
bool has(const JsonElement& object, std::string_view name);

// {"error":{…}} of a server as a failure; 400 for an option counts as misuse.
std::unexpected<Failure> refusal(std::string_view body, unsigned status);

// The only item of a batch's answer; an item's error is a failure.
Outcome<std::string> single_item(const std::string& batch_answer);

}  // namespace talentmatch
