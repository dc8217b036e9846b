#include "server/resources/explanations.hpp"

#include "server/http/problem.hpp"
#include "server/resources/parameters.hpp"
#include "server/resources/rank_query.hpp"
#include "storage/codec/text_form.hpp"

namespace talentmatch {

namespace {

template <class Tell>
void tell(const Call& call, Answer& answer, const Result<RankRequest>& request, const Tell& append_answer) {
  if (!request) return set_option_error(answer, request.error(), call.language);
  const Result<void> told = append_answer(*request);
  if (!told) set_option_error(answer, told.error(), request->language);
}

// The graduate must be the school's, the posting the employer's.
Result<void> check_pair(const Call& call, std::string_view graduate, std::string_view posting) {
  if (call.reach == nullptr) return {};
  const bool school = !call.reach->schools.empty();
  const auto id = school ? graduate : posting;
  const auto collection = school ? Collection::graduates : Collection::postings;
  const auto now = call.service->snapshot();
  const auto owner = standing(*call.reach, *now, collection, id);
  if (owner == Standing::own) return {};
  return fail({.code = owner == Standing::absent ? ErrorCode::not_found : ErrorCode::forbidden,
               .field = school ? "graduate" : "posting",
               .value = shortened(id)});
}

}  // namespace

void get_explanation(const Call& call, Answer& answer) {
  const auto graduate = required(call.query, "graduate");
  if (!graduate) return set_option_error(answer, graduate.error(), call.language);
  const auto posting = required(call.query, "posting");
  if (!posting) return set_option_error(answer, posting.error(), call.language);
  if (auto within = check_pair(call, *graduate, *posting); !within) {
    return set_option_error(answer, within.error(), call.language);
  }
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
