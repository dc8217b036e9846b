#pragma once
// A placement run for a person to read.

#include <string>

#include "engine/model/vocabulary.hpp"
#include "tools/json_answer.hpp"

namespace talentmatch {

std::string placement_text(const JsonElement& run, Language language);

}  // namespace talentmatch
