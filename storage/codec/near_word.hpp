#pragma once
// "Did you mean": the known words near a given one.

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/model/error.hpp"

namespace talentmatch {

// At most three, nearest first, then by letter: words that differ from `text` by few typing errors (case
// aside) or begin with it. O(words × length²).
std::vector<std::string> near_words(std::string_view text, std::span<const std::string_view> words);

// invalid_value: the text, the allowed words, those near it.
Error unknown_word(std::string_view text, std::span<const std::string_view> allowed);

}  // namespace talentmatch
