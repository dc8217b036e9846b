#pragma once
// A placement run for a person to read.

#include <string>

#include "engine/model/vocabulary.hpp"
#include "tools/json_answer.hpp"

namespace talentmatch {

std::string placement_text(const JsonElement& run, Language language);

// Why one graduate got what they got, and why not each wish.
std::string placement_explanation_text(const JsonElement& explanation, Language language);
std::string waiting_list_text(const JsonElement& list, Language language);
// Who would move with other seats.
std::string placement_what_if_text(const JsonElement& change, Language language);

}  // namespace talentmatch
