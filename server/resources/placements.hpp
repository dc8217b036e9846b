#pragma once
// Placement runs: started, looked at, confirmed, taken back.

#include "server/routing/route.hpp"

namespace talentmatch {

Result<void> post_placement(const Call& call, const Ends& ends);
void get_placements(const Call& call, Answer& answer);
void get_placement(const Call& call, Answer& answer);
void delete_placement(const Call& call, Answer& answer);
Result<void> get_assignments(const Call& call, const Ends& ends);
Result<void> get_posting_outcomes(const Call& call, const Ends& ends);
MediaType type_of_placement_rows(const Call& call);
void get_placement_explanation(const Call& call, Answer& answer);
void get_waiting_list(const Call& call, Answer& answer);
Result<void> get_placement_what_if(const Call& call, const Ends& ends);
void get_placement_difference(const Call& call, Answer& answer);
void post_confirmation(const Call& call, Answer& answer);
void delete_confirmation(const Call& call, Answer& answer);

}  // namespace talentmatch
