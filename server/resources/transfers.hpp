#pragma once
// Whole collections: /v1/{collection}/import and /export.

#include "server/routing/route.hpp"

namespace talentmatch {

Result<void> import_records(const Call& call, const Ends& ends);
Result<void> export_records(const Call& call, const Ends& ends);

}  // namespace talentmatch
