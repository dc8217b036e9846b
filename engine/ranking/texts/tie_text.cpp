#include <algorithm>

#include "engine/ranking/texts/component_texts.hpp"
#include "engine/ranking/texts/wording.hpp"

namespace talentmatch::texts {
namespace {

const OwnTie* best_own_tie(const Pair& pair) {
  const OwnTie* best = nullptr;
  for (const OwnTie& tie : pair.graduate.ties) {
    if (tie.employer != pair.posting.employer) continue;
    if (best == nullptr || tie.value > best->value) best = &tie;
  }
  return best;
}

// Kinds of the current ties between school and employer, each once.
std::vector<std::string> school_ties(const Pair& pair, Language language) {
  std::vector<TieKind> kinds;
  if (pair.graduate.school == kNoSlot) return {};
  for (const TieRow& tie : pair.snapshot.ties().of_school(pair.graduate.school)) {
    if (tie.employer == pair.posting.employer && tie.current(pair.as_of)) kinds.push_back(tie.kind);
  }
  std::ranges::sort(kinds);
  kinds.erase(std::ranges::unique(kinds).begin(), kinds.end());
  std::vector<std::string> names;
  names.reserve(kinds.size());
  for (const TieKind kind : kinds) names.emplace_back(tie_name(kind, language));
  return names;
}

}  // namespace

std::string tie_text(const Pair& pair, Language language) {
  const std::string employer = employer_name(pair.snapshot, pair.posting.employer);
  if (const OwnTie* own = best_own_tie(pair)) {
    return say(language, "The graduate has a direct tie with {} ({}).", "毕业生与{}有直接联系（{}）。",
               employer, tie_name(own->kind, language));
  }
  if (const auto kinds = school_ties(pair, language); !kinds.empty()) {
    return say(language, "The graduate's school, {}, cooperates with {} ({}).",
               "毕业生所在学校{}与{}有校企合作（{}）。", school_name(pair.snapshot, pair.graduate.school),
               employer, listed(kinds, language));
  }
  return say(language, "Neither the graduate nor the school has a current tie with {}.",
             "毕业生本人和所在学校与{}均无现行合作关系。", employer);
}

}  // namespace talentmatch::texts
