#include "engine/ranking/texts/component_texts.hpp"
#include "engine/ranking/texts/region_relation.hpp"
#include "engine/ranking/texts/wording.hpp"

namespace talentmatch::texts {
namespace {

std::string ordinal(std::size_t number) {
  const bool teen = number % 100 >= 11 && number % 100 <= 13;
  const auto last = teen ? 0 : number % 10;
  return fmt::format("{}{}", number, last == 1 ? "st" : last == 2 ? "nd" : last == 3 ? "rd" : "th");
}

// "the 2nd wish, 上海市" or "the home region", which is not named.
std::string place(const Pair& pair, const RegionRelation& relation, Language language) {
  if (!relation.wish) return say(language, "the home region", "生源地");
  const auto name = pair.snapshot.catalog().full_name_of(pair.graduate.wishes[*relation.wish]);
  return say(language, "the {0} wish, {2}", "第{1}意向地区（{2}）", ordinal(*relation.wish + 1),
             *relation.wish + 1, name);
}

}  // namespace

std::string region_text(const Pair& pair, Language language) {
  const Catalog& catalog = pair.snapshot.catalog();
  const auto relation = relation_of(catalog, pair.graduate, pair.posting.region);
  const std::string here = catalog.full_name_of(pair.posting.region);
  switch (relation.nearness) {
    case Nearness::inside:
      return say(language, "{} lies inside {}.", "工作地点{}在{}之内。", here,
                 place(pair, relation, language));
    case Nearness::same_prefecture:
      return say(language, "{} is in the same prefecture as {}.", "工作地点{}与{}在同一城市。", here,
                 place(pair, relation, language));
    case Nearness::cluster:
      return say(language, "{0} shares the city cluster {2} with {1}.", "工作地点{0}与{1}同属“{2}”。", here,
                 place(pair, relation, language), catalog.cluster_name(relation.cluster));
    case Nearness::same_province:
      return say(language, "{} is in the same province as {}.", "工作地点{}与{}在同一省份。", here,
                 place(pair, relation, language));
    case Nearness::none_given:
      return say(language, "The graduate gave neither wishes nor a home region.",
                 "毕业生未填写意向地区和生源地。");
    case Nearness::elsewhere:
      return say(language, "{} is in no province of a wish or of the home region.",
                 "工作地点{}不在意向地区或生源地所在的省份。", here);
  }
  return {};
}

}  // namespace talentmatch::texts
