#pragma once
// Ranking answers as text for a person.

#include <string>

#include "engine/catalog/catalog.hpp"
#include "tools/backend.hpp"

namespace talentmatch {

// A table of the results, each with what its record says (looked up in the backend), reasons below where the
// answer has them. `catalog` names codes; without one they stay codes.
std::string ranking_text(const std::string& answer, Side side, const Backend& backend, const Catalog* catalog,
                         Language language);
// What changes would open, one sentence each.
std::string changes_text(const std::string& answer, Language language);
std::string explanation_text(const std::string& answer, Language language);

}  // namespace talentmatch
