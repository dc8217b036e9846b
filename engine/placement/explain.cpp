#include "engine/placement/explain.hpp"

namespace talentmatch {
namespace {

bool is_member(const PlacementResult& result, std::uint32_t graduate) {
  return !result.members.empty() && result.members[graduate] != 0;
}

}  // namespace

WishVerdict judge(const WishCase& wish) {
  const auto context = pair_context(wish.snapshot, wish.graduate, wish.posting, wish.as_of);
  const Scores both = scores(component_values(wish.graduate, wish.posting, context), wish.weights);
  WishVerdict verdict{.posting = wish.row,
                      .employer_view = static_cast<std::uint16_t>(both.employer_view),
                      .graduate_view = static_cast<std::uint16_t>(both.graduate_view),
                      .outcome = WishOutcome::outranked,
                      .gates = failed_gates(wish.graduate, wish.posting, context),
                      .member = wish.member};
  if (wish.got.posting == wish.row) {
    verdict.outcome = WishOutcome::granted;
  } else if (!verdict.gates.empty()) {
    verdict.outcome = WishOutcome::gates;
  } else if (wish.banned) {
    verdict.outcome = WishOutcome::excluded;
  } else if (!wants_more(wish.got, both.graduate_view, wish.row)) {
    verdict.outcome = WishOutcome::not_asked;
  }
  return verdict;
}

WishVerdict explain_wish(const PlacementResult& result, std::uint32_t graduate, std::uint32_t posting) {
  const Field& field = *result.field;
  return judge({.snapshot = field.snapshot(),
                .graduate = field.graduate(graduate),
                .posting = field.posting(posting),
                .as_of = result.as_of,
                .weights = result.weights,
                .got = result.assignments[graduate],
                .row = posting,
                .banned = result.bans.has(graduate, posting),
                .member = is_member(result, graduate)});
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
