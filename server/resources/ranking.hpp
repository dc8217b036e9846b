#pragma once
// Recommendations, candidates, explanations: for one record, and for many at once.

#include "server/routing/route.hpp"

namespace talentmatch {

void get_recommendations(const Call& call, Answer& answer);
void get_candidates(const Call& call, Answer& answer);
void post_recommendations(const Call& call, Answer& answer);
void post_candidates(const Call& call, Answer& answer);
void get_explanation(const Call& call, Answer& answer);

}  // namespace talentmatch
