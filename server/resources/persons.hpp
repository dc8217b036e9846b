#pragma once
// A person's rights over their own data: /v1/graduates/{id}/data.

#include "server/routing/route.hpp"

namespace talentmatch {

Result<void> get_person_data(const Call& call, const Ends& ends);
Result<void> delete_person_data(const Call& call, const Ends& ends);

}  // namespace talentmatch
