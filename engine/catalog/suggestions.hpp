#pragma once
// What the sender of an unknown code or name may have meant.

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace talentmatch {

// Parallel lists, ascending by code; `labels` are what a person reads ("河南省郑州市" for the name "郑州市").
struct Vocabulary {
  std::span<const std::string> codes;
  std::span<const std::string> names;
  std::span<const std::string> labels;
};

// At most three, as "510201 计算机应用技术". The first kind of likeness that finds any decides: the value is
// a name or label; a code one edit away (the longest common beginning first); a name one edit away; a label
// that contains the value (the shortest first); a code that begins like it. Ties ascend by code. O(size).
std::vector<std::string> suggest(std::string_view value, const Vocabulary& vocabulary);

// "510201 计算机应用技术"
std::string labelled(std::string_view code, std::string_view label);

// One character inserted, dropped or changed, or two neighbours swapped; characters of UTF-8.
bool one_edit_apart(std::string_view a, std::string_view b);

}  // namespace talentmatch
