#include "engine/placement/explain.hpp"

#include <algorithm>

namespace talentmatch {
namespace {

bool is_member(const PlacementResult& result, std::uint32_t graduate) {
  return !result.members.empty() && result.members[graduate] != 0;
}

}  // namespace

WishVerdict explain_wish(const PlacementResult& result, std::uint32_t graduate, std::uint32_t posting) {
  const Field& field = *result.field;
  const GraduateFacts g = field.graduate(graduate);
  const PostingFacts p = field.posting(posting);
  const auto context = pair_context(field.snapshot(), g, p, result.as_of);
  const Scores both = scores(component_values(g, p, context), result.weights);
  const Assignment& got = result.assignments[graduate];
  WishVerdict verdict{.posting = posting,
                      .employer_view = static_cast<std::uint16_t>(both.employer_view),
                      .graduate_view = static_cast<std::uint16_t>(both.graduate_view),
                      .outcome = WishOutcome::outranked,
                      .gates = failed_gates(g, p, context),
                      .member = is_member(result, graduate)};
  if (got.posting == posting) {
    verdict.outcome = WishOutcome::granted;
  } else if (!verdict.gates.empty()) {
    verdict.outcome = WishOutcome::gates;
  } else if (result.bans.has(graduate, posting)) {
    verdict.outcome = WishOutcome::excluded;
  } else if (!wants_more(got, both.graduate_view, posting)) {
    verdict.outcome = WishOutcome::not_asked;
  }
  return verdict;
}

std::vector<WishVerdict> explain_wishes(const PlacementResult& result, std::uint32_t graduate,
                                        std::size_t most) {
  const Field& field = *result.field;
  RankOptions options;
  options.weights = result.weights;
  options.as_of = result.as_of;
  options.perspective = Perspective::graduate;
  options.k = most;
  std::vector<WishVerdict> verdicts;
  Ranker ranker;
  for (const Ranked& wish : ranker.rank(field.snapshot(), field.graduate(graduate), options).results) {
    const auto posting = field.find_posting(field.snapshot().posting(wish.ref).id);
    if (posting) verdicts.push_back(explain_wish(result, graduate, *posting));
  }
  return verdicts;
}

}  // namespace talentmatch
