#pragma once
// Backups of the data, made while it is served: /v1/admin/backups.

#include "server/routing/route.hpp"

namespace talentmatch {

Result<void> post_backup(const Call& call, const Ends& ends);
void get_backups(const Call& call, Answer& answer);

}  // namespace talentmatch
