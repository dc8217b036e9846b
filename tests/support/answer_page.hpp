#pragma once
// An engine's ranking in the form of the reference's, and both in words.

#include <ostream>

#include "engine/ranking/ranker.hpp"
#include "tests/reference/ranking.hpp"

namespace talentmatch::testing {

reference::Page recommendation_page(const Snapshot& snapshot, const Ranking& ranking,
                                    Perspective perspective);
reference::Page candidate_page(const Snapshot& snapshot, const Ranking& ranking, Perspective perspective);
std::vector<Gate> gate_list(GateSet gates);

}  // namespace talentmatch::testing

namespace talentmatch::reference {

std::ostream& operator<<(std::ostream& out, const Page& page);

}  // namespace talentmatch::reference
