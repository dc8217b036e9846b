#pragma once

#include "server/routing/route.hpp"

namespace talentmatch {

void get_liveness(const Call& call, Answer& answer);
// 503 while the data is being loaded and from the moment a stop begins.
void get_readiness(const Call& call, Answer& answer);
void get_metrics(const Call& call, Answer& answer);
void get_openapi(const Call& call, Answer& answer);

}  // namespace talentmatch
