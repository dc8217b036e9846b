#include "server/resources/algorithm.hpp"

#include "server/http/problem.hpp"
#include "server/resources/parameters.hpp"
#include "storage/codec/algorithm_json.hpp"

namespace talentmatch {

void get_algorithm(const Call& call, Answer& answer) {
  if (auto known = expect_only(call.query, {}); !known) {
    return set_option_error(answer, known.error(), call.language);
  }
  append_algorithm(answer.body, RankOptions{});
}

}  // namespace talentmatch
