#include "engine/ranking/texts/component_texts.hpp"
#include "engine/ranking/texts/major_relation.hpp"
#include "engine/ranking/texts/wording.hpp"

namespace talentmatch::texts {
namespace {

// {0} the accepted entry, {1} the graduate's major, {2} the major's class.
std::string sentence(Relation relation, const std::string& entry, const std::string& major,
                     const std::string& group, Language language) {
  switch (relation) {
    case Relation::any_major:
      return say(language, "The posting accepts any major.", "岗位不限专业。");
    case Relation::same_major:
      return say(language, "The posting asks for {}, the graduate's own major.",
                 "岗位要求的{}就是毕业生所学专业。", entry);
    case Relation::entry_class:
      return say(language, "The posting accepts the class {0}, which {1} belongs to.",
                 "岗位接受专业类{0}，毕业生所学的{1}属于该类。", entry, major);
    case Relation::entry_category:
      return say(language, "The posting accepts the category {0}, which {1} belongs to.",
                 "岗位接受{0}，毕业生所学的{1}属于其中。", entry, major);
    case Relation::same_name:
      return say(language, "The posting asks for {0}; {1} has the same name in another level's catalogue.",
                 "岗位要求{0}，毕业生所学的{1}是另一层次专业目录中的同名专业。", entry, major);
    case Relation::continuation:
      return say(language, "The posting asks for {0}; it and {1} officially continue one another.",
                 "岗位要求{0}，与毕业生所学的{1}互为官方目录中的接续专业。", entry, major);
    case Relation::same_class:
      return say(language, "The posting asks for {0}; {1} is of the same class, {2}.",
                 "岗位要求{0}，与毕业生所学的{1}同属专业类{2}。", entry, major, group);
    case Relation::aligned_class:
      return say(language,
                 "The posting accepts {0}; {1} belongs to the corresponding class of another level.",
                 "岗位接受{0}，毕业生所学的{1}属于另一层次目录中的对应专业类。", entry, major);
    case Relation::same_category:
      return say(language, "The posting accepts {0}; {1} shares only its category.",
                 "岗位接受{0}，与毕业生所学的{1}仅专业大类（门类）相同。", entry, major);
    case Relation::occupations:
      return say(language, "The posting asks for {0}; it and {1} share officially listed occupations.",
                 "岗位要求{0}，与毕业生所学的{1}在官方对应指引中有相同的职业。", entry, major);
    case Relation::none:
      return say(language, "No major that the posting accepts relates to {}.",
                 "岗位接受的专业与毕业生所学的{}均无关联。", major);
  }
  return {};
}

}  // namespace

std::string major_text(const Pair& pair, Language language) {
  const Catalog& catalog = pair.snapshot.catalog();
  const MajorId major = pair.graduate.major;
  const auto found = relation_of(catalog, major, pair.posting.majors);
  return sentence(found.relation, entry_name(catalog, found.entry, language),
                  entry_name(catalog, Catalog::entry_of(major), language),
                  entry_name(catalog, catalog.class_of(major), language), language);
}

}  // namespace talentmatch::texts
