#pragma once
// All stable outcomes of a small instance, by trying everything against the definition.

#include "tests/engine/placement/instance.hpp"

namespace talentmatch::testing {

bool is_stable(const Instance& instance, const Matching& matching);
// O((postings + 1)^graduates).
std::vector<Matching> stable_outcomes(const Instance& instance);
// Place of the posting on the graduate's list; one past its end for nobody.
std::size_t rank_of(const Instance& instance, std::size_t graduate, int posting);

}  // namespace talentmatch::testing
