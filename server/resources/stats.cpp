#include "server/resources/stats.hpp"

#include "server/http/problem.hpp"
#include "server/resources/parameters.hpp"

namespace talentmatch {

void get_stats(const Call& call, Answer& answer) {
  if (auto known = expect_only(call.query, {}); !known)
    return set_option_error(answer, known.error(), call.language);
  call.service->stats(answer.body);
}

}  // namespace talentmatch
