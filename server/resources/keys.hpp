#pragma once
// The keys themselves: /v1/admin/keys.

#include "server/routing/route.hpp"

namespace talentmatch {

void get_keys(const Call& call, Answer& answer);
// These two tell the secret, the only time.
void post_key(const Call& call, Answer& answer);
void post_rotation(const Call& call, Answer& answer);
void delete_key(const Call& call, Answer& answer);

}  // namespace talentmatch
