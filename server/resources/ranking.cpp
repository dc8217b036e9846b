#include "server/resources/ranking.hpp"

#include <algorithm>

#include "server/http/problem.hpp"

namespace talentmatch {

namespace {

// The options of the query; `others` are parameters that are none.
Result<RankRequest> rank_request(const Call& call, Side side,
                                 std::initializer_list<std::string_view> others = {}) {
  RankRequest request;
  request.language = call.language;
  for (const auto& [name, value] : call.query.parameters()) {
    if (std::ranges::find(others, name) != others.end()) continue;
    if (auto set = set_option(request, side, name, value, call.service->catalog()); !set)
      return fail(set.error());
  }
  if (auto sound = check(request, side); !sound) return fail(sound.error());
  return request;
}

template <class Rank>
void rank(const Call& call, Side side, Answer& answer, const Rank& append_answer) {
  const auto request = rank_request(call, side);
  if (!request) return set_option_error(answer, request.error(), call.language);
  const Result<void> ranked = append_answer(*request);
  if (!ranked) set_option_error(answer, ranked.error(), request->language);
}

void rank_many(const Call& call, Side side, Answer& answer) {
  rank(call, side, answer, [&](const RankRequest& request) {
    return call.service->batch(side, call.request.body, request, answer.body);
  });
}

Result<std::string_view> required(const Query& query, std::string_view name) {
  if (const auto value = query.get(name)) return *value;
  return fail({.code = ErrorCode::invalid_option, .field = std::string(name), .detail = "required"});
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

void get_explanation(const Call& call, Answer& answer) {
  const auto graduate = required(call.query, "graduate");
  if (!graduate) return set_option_error(answer, graduate.error(), call.language);
  const auto posting = required(call.query, "posting");
  if (!posting) return set_option_error(answer, posting.error(), call.language);
  const auto request = rank_request(call, Side::postings, {"graduate", "posting"});
  if (!request) return set_option_error(answer, request.error(), call.language);
  const auto explained = call.service->explain(*graduate, *posting, *request, answer.body);
  if (!explained) set_option_error(answer, explained.error(), request->language);
}

}  // namespace talentmatch
