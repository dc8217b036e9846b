#include "server/resources/ranking.hpp"

#include "server/http/problem.hpp"
#include "server/resources/rank_query.hpp"

namespace talentmatch {

namespace {

template <class Rank>
void rank(const Call& call, Side side, Answer& answer, const Rank& append_answer) {
  const auto request = rank_request(call, side);
  if (!request) return set_option_error(answer, request.error(), call.language);
  const Result<void> ranked = append_answer(*request);
  if (!ranked) set_option_error(answer, ranked.error(), request->language);
}

void rank_many(const Call& call, Side side, Answer& answer) {
  rank(call, side, answer, [&](const RankRequest& request) {
    return call.service->batch(side, call.request.body, request, answer.body, call.reach);
  });
}

Result<void> export_rankings(const Call& call, const Ends& ends, Side side) {
  const auto request = rank_request(call, side);
  if (!request) return fail(request.error());
  const auto count = call.service->rank_all(side, *request, ends.sink);
  if (!count) return fail(count.error());
  return {};
}

}  // namespace

void get_recommendations(const Call& call, Answer& answer) {
  rank(call, Side::postings, answer,
       [&](const RankRequest& request) { return call.service->recommend(call.id, request, answer.body); });
}

void get_candidates(const Call& call, Answer& answer) {
  rank(call, Side::graduates, answer,
       [&](const RankRequest& request) { return call.service->candidates(call.id, request, answer.body); });
}

void post_recommendations(const Call& call, Answer& answer) {
  rank_many(call, Side::postings, answer);
}

void post_candidates(const Call& call, Answer& answer) {
  rank_many(call, Side::graduates, answer);
}

Result<void> export_recommendations(const Call& call, const Ends& ends) {
  return export_rankings(call, ends, Side::postings);
}

Result<void> export_candidates(const Call& call, const Ends& ends) {
  return export_rankings(call, ends, Side::graduates);
}

}  // namespace talentmatch
