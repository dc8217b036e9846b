#pragma once
// Recommendations and candidates: for one record, for many, for all.

#include "server/routing/route.hpp"

namespace talentmatch {

void get_recommendations(const Call& call, Answer& answer);
void get_candidates(const Call& call, Answer& answer);
void post_recommendations(const Call& call, Answer& answer);
void post_candidates(const Call& call, Answer& answer);
// Of every record of the asking side, one line each.
Result<void> export_recommendations(const Call& call, const Ends& ends);
Result<void> export_candidates(const Call& call, const Ends& ends);

}  // namespace talentmatch
