#pragma once
// One sentence for each gate that fails. Those of one record need only that record; those of the pair say
// what was asked and what there is.

#include <string>

#include "engine/ranking/texts/component_texts.hpp"

namespace talentmatch::texts {

std::string closed_text(const PostingFacts& posting, Date as_of, Language language);
std::string inactive_text(const Snapshot& snapshot, const PostingFacts& posting, Language language);
// Says neither which status the graduate has nor whether it is an opt-out.
std::string unavailable_text(Language language);

std::string kind_gate_text(const Pair& pair, Language language);
std::string level_gate_text(const Pair& pair, Language language);
std::string fresh_gate_text(const Pair& pair, Language language);
std::string certificate_gate_text(const Pair& pair, Language language);
std::string major_gate_text(const Pair& pair, Language language);
std::string region_gate_text(const Pair& pair, Language language);
std::string tie_gate_text(const Pair& pair, Language language);

}  // namespace talentmatch::texts
