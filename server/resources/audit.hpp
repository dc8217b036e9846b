#pragma once

#include "server/routing/route.hpp"

namespace talentmatch {

void get_audit(const Call& call, Answer& answer);

}  // namespace talentmatch
