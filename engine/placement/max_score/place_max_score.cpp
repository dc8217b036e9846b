#include "engine/placement/max_score/place_max_score.hpp"

#include "engine/placement/listed_market.hpp"
#include "engine/placement/max_score/verification.hpp"
#include "engine/placement/outcome.hpp"

namespace talentmatch {
namespace {

Assignment assignment_of(const ListedMarket& market, std::uint32_t graduate, std::uint32_t posting) {
  const ChoiceLists& lists = market.given.lists;
  if (lists.of(graduate).empty()) return {};
  for (auto i = lists.first[graduate]; i < lists.first[graduate + 1]; ++i) {
    const Choice& choice = lists.choices[i];
    if (choice.posting != posting) continue;
    return {.posting = posting,
            .rank = market.rank(graduate, i),
            .employer_view = choice.employer_view,
            .graduate_view = choice.graduate_view,
            .reason = PlacementReason::placed};
  }
  return {.reason = PlacementReason::list_exhausted};
}

std::vector<Assignment> assignments_of(const ListedMarket& market, const PlacementInput& input,
                                       const MaxScorePlacement& found) {
  std::vector<Assignment> assignments;
  assignments.reserve(found.postings.size());
  for (std::uint32_t g = 0; g < found.postings.size(); ++g) {
    assignments.push_back(assignment_of(market, g, found.postings[g]));
  }
  for (const RowPair& lock : market.setup.locks) {
    const auto choice =
        choice_of(*market.setup.field, lock.graduate, lock.posting, input.weights, input.as_of);
    assignments[lock.graduate] = {.posting = lock.posting,
                                  .employer_view = choice.employer_view,
                                  .graduate_view = choice.graduate_view,
                                  .reason = PlacementReason::locked};
  }
  return assignments;
}

PlacementResult result_of(const ListedMarket& market, const PlacementInput& input,
                          const MaxScorePlacement& found) {
  const PlacementSetup& setup = market.setup;
  const auto verified = verify_max_score(market.given.lists, market.seats, found);
  PlacementResult result;
  result.field = setup.field;
  result.as_of = input.as_of;
  result.weights = input.weights;
  result.assignments = assignments_of(market, input, found);
  result.lottery = setup.lottery.numbers;
  const std::vector<ClaimLimits> no_cutoffs(setup.terms.size());
  result.postings = posting_outcomes(setup, Claims(setup.lottery.graduates), result.assignments, no_cutoffs);
  result.verification = {.over_capacity = verified.over_capacity,
                         .gate_failures = verified.off_list,
                         .quota_failures = verified.confirms(found) ? 0U : 1U,
                         .pairs_checked = market.given.lists.choices.size()};
  result.hash = hash_of(*setup.field, result.assignments);
  return result;
}

// A part of the work that begins at `from` of 1000 and takes half of it.
PlacementControl half_of(const PlacementControl& control, int from) {
  PlacementControl half = control;
  if (control.progress) half.progress = [&control, from](int share) { control.progress(from + share / 2); };
  return half;
}

}  // namespace

Result<MaxScoreRun> place_max_score(const PlacementInput& input, const BestChoices& wanted,
                                    const MaxScoreOptions& options, const PlacementControl& control) {
  const auto market = listed_market(input, wanted, half_of(control, 0));
  if (!market) return fail(market.error());
  const auto found = maximize_score(market->given.lists, market->seats, options, half_of(control, 500));
  if (!found) return fail(found.error());
  return MaxScoreRun{.placement = result_of(*market, input, *found),
                     .total = found->total,
                     .bound = found->bound,
                     .gap = found->gap()};
}

}  // namespace talentmatch
