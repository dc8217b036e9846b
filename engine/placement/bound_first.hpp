#pragma once
// 招生即招工: graduates bound to an employer are placed there before all others, by the same algorithm on the
// part of their lists that lies with it.

#include "engine/placement/given_lists.hpp"
#include "engine/placement/list_acceptance.hpp"
#include "engine/placement/verify/list_verifier.hpp"

namespace talentmatch {

// The bound graduates' own lists; all others' are empty. `given` = null: from scores. `left`: by graduate,
// who takes no part. O(postings + pairs of bound graduates and their employers' postings).
GivenLists bound_lists(const PlacementSetup& setup, const GivenLists* given,
                       std::span<const std::uint8_t> left, const Weights& weights, Date as_of);

}  // namespace talentmatch
