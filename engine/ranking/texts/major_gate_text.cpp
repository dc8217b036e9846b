#include <algorithm>

#include "engine/ranking/evaluation.hpp"
#include "engine/ranking/texts/gate_texts.hpp"
#include "engine/ranking/texts/wording.hpp"

namespace talentmatch::texts {
namespace {

std::string accepted(const Pair& pair, Language language) {
  std::vector<std::string> names;
  for (const EntryId entry : pair.posting.majors) {
    names.push_back(entry_name(pair.snapshot.catalog(), entry, language));
  }
  return listed(names, language);
}

bool names_major(const Pair& pair) {
  return std::ranges::any_of(pair.posting.majors, [&](EntryId entry) {
    return pair.snapshot.catalog().names(entry, pair.graduate.major);
  });
}

}  // namespace

// The three ways to fail, in the order of spec 1: unrelated, not named though strict, outside the category.
std::string major_gate_text(const Pair& pair, Language language) {
  const Catalog& catalog = pair.snapshot.catalog();
  const std::string major = entry_name(catalog, Catalog::entry_of(pair.graduate.major), language);
  if (posting_affinity(catalog, pair.graduate.major, pair.posting.majors) == 0) {
    return say(language, "The posting accepts {0}; {1} relates to none of them.",
               "岗位接受{0}，毕业生所学的{1}与之均无关联。", accepted(pair, language), major);
  }
  if (pair.posting.majors_strict && !names_major(pair)) {
    return say(language, "The posting strictly accepts {0} only; {1} is not among them.",
               "岗位严格限定专业为{0}，毕业生所学的{1}不在其中。", accepted(pair, language), major);
  }
  return say(language,
             "An internship must stay within the category of the major; {1} shares it with none of {0}.",
             "实习不得跨专业大类（门类），毕业生所学的{1}与岗位接受的{0}不属于同一大类。",
             accepted(pair, language), major);
}

}  // namespace talentmatch::texts
