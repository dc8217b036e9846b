#pragma once

#include "server/routing/route.hpp"

namespace talentmatch {

void get_stats(const Call& call, Answer& answer);

}  // namespace talentmatch
