#include "engine/ranking/counterfactual_text.hpp"

#include "engine/ranking/texts/wording.hpp"

namespace talentmatch {
namespace {

using texts::say;

std::string certificate_name(const Change& change, const Catalog& catalog, Language language) {
  return say(language, "{} ({})", "{}（{}）", catalog.name_of(change.certificate),
             texts::certificate_level_name(change.level, language));
}

std::string condition(const Change& change, const Catalog& catalog, Language language) {
  const auto certificate = [&] { return certificate_name(change, catalog, language); };
  switch (change.kind) {
    case ChangeKind::certificate:
      return say(language, "With the certificate {}", "取得证书{}后", certificate());
    case ChangeKind::kind:
      return say(language, "If the graduate also accepts {}", "若也接受{}",
                 texts::kind_name(change.posting_kind, language));
    case ChangeKind::wishes_only:
      return say(language, "If places outside the wished regions are accepted too",
                 "若也接受意向地区以外的岗位");
    case ChangeKind::min_level:
      return say(language, "If the least level were {}", "若最低学历降为{}",
                 texts::rank_name(change.level, language));
    case ChangeKind::certificate_dropped:
      return say(language, "Without requiring the certificate {}", "若不再要求证书{}", certificate());
    case ChangeKind::certificate_lower:
      return say(language, "If the certificate {} were enough", "若证书要求降为{}", certificate());
    case ChangeKind::majors_strict:
      return say(language, "If related majors were accepted too", "若也接受相关专业");
    case ChangeKind::fresh_graduates:
      return say(language, "If graduates of every year were accepted", "若不限毕业年份");
  }
  return {};
}

std::string opening(const Counterfactual& counterfactual, Language language) {
  const auto opens = counterfactual.opens;
  if (counterfactual.change.kind < ChangeKind::min_level) {
    return say(language, "{} more postings are open to the graduate", "可多匹配{}个岗位", opens);
  }
  return say(language, "{} more graduates can be proposed", "可多推荐{}名毕业生", opens);
}

std::string movement(std::optional<std::int32_t> before, std::optional<std::int32_t> after, std::size_t k,
                     Language language) {
  if (!after) return say(language, "there are still fewer than {}", "总数仍不足{}个", k);
  if (!before) return say(language, "the score at rank {} is then {}", "第{}名得分为{}", k, *after);
  if (*before == *after)
    return say(language, "the score at rank {} stays {}", "第{}名得分不变（{}）", k, *after);
  return say(language, "the score at rank {} goes from {} to {}", "第{}名得分由{}变为{}", k, *before, *after);
}

}  // namespace

std::string counterfactual_text(const Counterfactual& counterfactual, std::optional<std::int32_t> kth_before,
                                std::size_t k, const Catalog& catalog, Language language) {
  return say(language, "{}, {}; {}.", "{}，{}；{}。", condition(counterfactual.change, catalog, language),
             opening(counterfactual, language), movement(kth_before, counterfactual.kth_score, k, language));
}

}  // namespace talentmatch
