#pragma once
// One sentence for each component of spec 2: why the value is what it is.

#include <string>

#include "engine/market/snapshot.hpp"
#include "engine/model/vocabulary.hpp"

namespace talentmatch::texts {

// A pair on a day, as explanations see it.
struct Pair {
  const Snapshot& snapshot;
  const GraduateFacts& graduate;
  const PostingFacts& posting;
  Date as_of;
};

std::string major_text(const Pair& pair, Language language);
std::string certificates_text(const Pair& pair, Language language);
std::string level_text(const Pair& pair, Language language);
std::string tie_text(const Pair& pair, Language language);
std::string region_text(const Pair& pair, Language language);
std::string pay_text(const Pair& pair, Language language);

}  // namespace talentmatch::texts
