#include "engine/ranking/texts/component_texts.hpp"
#include "engine/ranking/texts/wording.hpp"

namespace talentmatch::texts {

std::string level_text(const Pair& pair, Language language) {
  const int asked = pair.posting.min_rank;
  if (asked == 0) return say(language, "The posting asks for no level of education.", "岗位未要求学历层次。");
  const auto wanted = rank_name(asked, language);
  const auto own = level_name(pair.graduate.level, language);
  const int above = rank_of(pair.graduate.level) - asked;
  if (above == 0) {
    return say(language, "The posting asks for {} or above; the graduate's level, {}, is exactly that.",
               "岗位要求{}及以上，毕业生学历层次为{}，正好相符。", wanted, own);
  }
  if (above < 0) {
    return say(language, "The posting asks for {} or above; the graduate's level, {}, is below that.",
               "岗位要求{}及以上，毕业生学历层次为{}，低于要求。", wanted, own);
  }
  return say(language, "The posting asks for {0} or above; the graduate's level, {1}, is {2} higher.",
             "岗位要求{0}及以上，毕业生学历层次为{1}，高出{3}级。", wanted, own,
             above == 1 ? std::string{"one step"} : fmt::format("{} steps", above), above);
}

}  // namespace talentmatch::texts
