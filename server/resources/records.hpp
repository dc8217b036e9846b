#pragma once
// One record: /v1/{collection}/{id}.

#include "server/routing/route.hpp"

namespace talentmatch {

void get_record(const Call& call, Answer& answer);
void put_record(const Call& call, Finish finish);
void delete_record(const Call& call, Finish finish);

}  // namespace talentmatch
