#pragma once
// Why, why not, what if: one pair, or what changes of one record would open.

#include "server/routing/route.hpp"

namespace talentmatch {

void get_explanation(const Call& call, Answer& answer);
void get_gaps(const Call& call, Answer& answer);
void get_relaxations(const Call& call, Answer& answer);

}  // namespace talentmatch
