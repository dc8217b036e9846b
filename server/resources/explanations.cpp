#include "server/resources/explanations.hpp"

#include "server/http/problem.hpp"
#include "server/resources/parameters.hpp"
#include "server/resources/rank_query.hpp"

namespace talentmatch {

namespace {

template <class Tell>
void tell(const Call& call, Answer& answer, const Result<RankRequest>& request, const Tell& append_answer) {
  if (!request) return set_option_error(answer, request.error(), call.language);
  const Result<void> told = append_answer(*request);
  if (!told) set_option_error(answer, told.error(), request->language);
}

}  // namespace

void get_explanation(const Call& call, Answer& answer) {
  const auto graduate = required(call.query, "graduate");
  if (!graduate) return set_option_error(answer, graduate.error(), call.language);
  const auto posting = required(call.query, "posting");
  if (!posting) return set_option_error(answer, posting.error(), call.language);
  tell(call, answer, all_pairs_request(call, Side::postings, {"graduate", "posting"}),
       [&](const RankRequest& request) {
         return call.service->explain(*graduate, *posting, request, answer.body);
       });
}

void get_gaps(const Call& call, Answer& answer) {
  tell(call, answer, all_pairs_request(call, Side::postings),
       [&](const RankRequest& request) { return call.service->gaps(call.id, request, answer.body); });
}

void get_relaxations(const Call& call, Answer& answer) {
  tell(call, answer, all_pairs_request(call, Side::graduates),
       [&](const RankRequest& request) { return call.service->relaxations(call.id, request, answer.body); });
}

}  // namespace talentmatch
