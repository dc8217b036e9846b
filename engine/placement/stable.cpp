// Mode `stable`: locks, then the bound, then all others; each stage verified, then the whole.

#include <algorithm>
#include <numeric>
#include <optional>
#include <utility>

#include "engine/placement/bound_first.hpp"
#include "engine/placement/in_order.hpp"
#include "engine/placement/outcome.hpp"
#include "engine/placement/scores/by_major.hpp"
#include "engine/placement/scores/score_acceptance.hpp"
#include "engine/placement/scores/wish_count.hpp"
#include "engine/placement/verify/pair_verifier.hpp"
#include "engine/placement/verify/score_verifier.hpp"

namespace talentmatch {
namespace {

class StableRun {
 public:
  StableRun(const PlacementInput& input, const PlacementControl& control, const PlacementSetup& setup,
            const GivenLists* given)
      : input_(input),
        control_(control),
        setup_(setup),
        given_(given),
        field_(*setup.field),
        claims_(setup.lottery.graduates, setup.local, setup.groups, setup.order_classes),
        rules_{setup.lottery.numbers, setup.local, setup.groups, setup.order_classes},
        terms_(setup.terms),
        left_(field_.graduates()),
        assignments_(field_.graduates()) {
    if (given_ != nullptr) return;
    index_.emplace(field_);
    tiers_.emplace(*index_, majors_of(field_), control.wide_tier);
  }

  Result<PlacementResult> run() {
    if (auto taken = place_locks(); !taken) return std::unexpected(taken.error());
    if (auto taken = place_bound(); !taken) return std::unexpected(taken.error());
    if (given_ != nullptr ? !place_on_lists() : !place_by_scores()) {
      return fail({.code = ErrorCode::cancelled});
    }
    return finish();
  }

 private:
  ContestTerms contest() const {
    return {
        .claims = claims_, .terms = terms_, .members = setup_.members, .hard = setup_.hard, .left = left_};
  }
  ListContest list_contest(const GivenLists& lists) const { return {contest(), lists.lists, lists.places}; }
  WishContext wishes() const {
    return {.field = field_,
            .index = *index_,
            .tiers = *tiers_,
            .claims = claims_,
            .bans = setup_.bans,
            .weights = input_.weights,
            .as_of = input_.as_of};
  }

  void assign(std::uint32_t graduate, const Choice& choice, PlacementReason reason) {
    assignments_[graduate] = {.posting = choice.posting,
                              .employer_view = choice.employer_view,
                              .graduate_view = choice.graduate_view,
                              .reason = reason};
  }

  Result<void> place_locks() {
    for (const RowPair& lock : setup_.locks) {
      assign(lock.graduate, choice_of(field_, lock.graduate, lock.posting, input_.weights, input_.as_of),
             PlacementReason::locked);
      left_[lock.graduate] = 1;
    }
    return take_seats(setup_.locks, setup_, terms_);
  }

  Result<void> place_bound() {
    if (!input_.policy.bound_first) return {};
    const GivenLists lists = bound_lists(setup_, given_, left_, input_.weights, input_.as_of);
    if (lists.lists.choices.empty()) return {};
    const ListContest contest = list_contest(lists);
    const auto accepted = accept_on_lists(contest);
    verification_ = verification_ + verify::verify_on_lists(contest, rules_, accepted->granted);
    std::vector<RowPair> placed;
    for (std::uint32_t g = 0; g < field_.graduates(); ++g) {
      if (accepted->granted[g] == kNoChoice) continue;
      const Choice& choice = lists.lists.choices[accepted->granted[g]];
      assign(g, choice, PlacementReason::bound);
      placed.push_back({g, choice.posting});
    }
    for (const RowPair& pair : placed) left_[pair.graduate] = 1;
    return take_seats(placed, setup_, terms_);
  }

  bool place_on_lists() {
    const ListContest contest = list_contest(*given_);
    auto accepted = accept_on_lists(contest, control_);
    if (!accepted) return false;
    verification_ = verification_ + verify::verify_on_lists(contest, rules_, accepted->granted);
    for (std::uint32_t g = 0; g < field_.graduates(); ++g) {
      const auto granted = accepted->granted[g];
      if (granted != kNoChoice) {
        assign(g, given_->lists.choices[granted], PlacementReason::placed);
      } else if (left_[g] == 0 && !given_->lists.of(g).empty()) {
        assignments_[g].reason = PlacementReason::list_exhausted;
      }
      assignments_[g].rank = rank_on_list(g);
    }
    limits_ = std::move(accepted->limits);
    return true;
  }

  std::uint32_t rank_on_list(std::uint32_t graduate) const {
    const auto list = given_->lists.of(graduate);
    const auto at = std::ranges::find(list, assignments_[graduate].posting, &Choice::posting);
    if (at == list.end()) return 0;
    return given_->ranks[given_->lists.first[graduate] + static_cast<std::uint64_t>(at - list.begin())];
  }

  bool place_by_scores() {
    std::vector<std::uint32_t> graduates;
    for (std::uint32_t g = 0; g < field_.graduates(); ++g) {
      if (left_[g] == 0) graduates.push_back(g);
    }
    const WishContext context = wishes();
    const ContestTerms terms = contest();
    auto accepted = accept_by_scores(terms, context, graduates, control_);
    if (!accepted) return false;
    const verify::ScoreOutcome outcome{.field = field_,
                                       .contest = terms,
                                       .rules = rules_,
                                       .bans = setup_.bans,
                                       .weights = input_.weights,
                                       .as_of = input_.as_of,
                                       .granted = accepted->granted};
    verification_ = verification_ + verify::verify_by_scores(outcome);
    for (const auto g : graduates) {
      if (accepted->granted[g].posting != kUnplaced) assign(g, accepted->granted[g], PlacementReason::placed);
    }
    limits_ = std::move(accepted->limits);
    rank_by_scores();
    return true;
  }

  // Ranks of the placed; for the others, whether their list holds anything. Those of one major together: they
  // go through the same postings.
  void rank_by_scores() {
    std::vector<std::uint32_t> graduates(field_.graduates());
    std::iota(graduates.begin(), graduates.end(), 0U);
    join_majors(field_, graduates);
    for_each_in_order(graduates.size(), {}, [&] {
      return [&, count = WishCount(wishes())](std::size_t i) mutable { rank_by_scores(count, graduates[i]); };
    });
  }
  void rank_by_scores(WishCount& count, std::uint32_t graduate) {
    Assignment& got = assignments_[graduate];
    count.start(graduate);
    if (got.posting != kUnplaced) {
      got.rank = count.before(wish_key(got.graduate_view, got.posting)) + 1;
    } else if (count.any()) {
      got.reason = PlacementReason::all_filled;
    }
  }

  PlacementResult finish() {
    const auto pairs = verify::verify_pairs(field_, assignments_, setup_.bans, input_.weights, input_.as_of,
                                            input_.policy.gates);
    PlacementResult result{.field = setup_.field,
                           .as_of = input_.as_of,
                           .weights = input_.weights,
                           .members = setup_.members,
                           .local = setup_.local,
                           .bans = setup_.bans,
                           .assignments = {},
                           .lottery = setup_.lottery.numbers,
                           .postings = posting_outcomes(setup_, claims_, assignments_, limits_),
                           .reserves = setup_.reserves,
                           .verification = verification_ + pairs,
                           .hash = hash_of(field_, assignments_)};
    result.assignments = std::move(assignments_);
    return result;
  }

  const PlacementInput& input_;
  const PlacementControl& control_;
  const PlacementSetup& setup_;
  const GivenLists* given_;
  const Field& field_;
  Claims claims_;
  verify::StandingRules rules_;
  std::optional<WishIndex> index_;
  std::optional<PostingTiers> tiers_;
  std::vector<SeatTerms> terms_;
  std::vector<std::uint8_t> left_;
  std::vector<Assignment> assignments_;
  std::vector<ClaimLimits> limits_;
  Verification verification_;
};

}  // namespace

Result<PlacementResult> place_stable(const PlacementInput& input, const PlacementControl& control) {
  auto setup = set_up(input);
  if (!setup) return std::unexpected(setup.error());
  if (!input.choices) return StableRun(input, control, *setup, nullptr).run();
  const auto given = resolve_lists(input, *setup);
  if (!given) return std::unexpected(given.error());
  return StableRun(input, control, *setup, &*given).run();
}

}  // namespace talentmatch
