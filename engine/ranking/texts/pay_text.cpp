#include "engine/ranking/evaluation.hpp"
#include "engine/ranking/texts/component_texts.hpp"
#include "engine/ranking/texts/wording.hpp"

namespace talentmatch::texts {

std::string pay_text(const Pair& pair, Language language) {
  const std::int32_t offer = pair.posting.offer;
  const std::int32_t expected = pair.graduate.expected_pay;
  if (offer == 0 && expected == 0) {
    return say(language, "Neither the posting's pay nor the expected pay is stated.",
               "岗位未写薪酬，毕业生也未填期望薪酬。");
  }
  if (offer == 0) return say(language, "The posting states no pay.", "岗位未写薪酬。");
  if (expected == 0) return say(language, "The graduate states no expected pay.", "毕业生未填期望薪酬。");
  if (offer >= expected) {
    return say(language, "The pay, {} yuan a month on average, reaches the expected {} yuan.",
               "岗位平均月薪{}元，达到期望的{}元。", offer, expected);
  }
  return say(language, "The pay, {} yuan a month on average, is {}% of the expected {} yuan.",
             "岗位平均月薪{0}元，为期望的{2}元的{1}%。", offer, pay_value(offer, expected), expected);
}

}  // namespace talentmatch::texts
