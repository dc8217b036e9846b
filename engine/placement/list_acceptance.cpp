#include "engine/placement/list_acceptance.hpp"

#include <array>
#include <numeric>
#include <ranges>

#include <tbb/parallel_for.h>

#include "engine/placement/proposals.hpp"
#include "engine/placement/short_cutoffs.hpp"

namespace talentmatch {
namespace {

// By posting: does it look at more than E, local or not and the lottery?
std::vector<std::uint8_t> postings_with_own_order(const ListContest& contest) {
  std::vector<std::uint8_t> own(contest.terms.size());
  for (std::uint32_t p = 0; p < own.size(); ++p) own[p] = contest.claims.tells_groups(p) ? 1 : 0;
  for (std::size_t choice = 0; choice < contest.places.size(); ++choice) {
    if (contest.places[choice] != kByScore) own[contest.lists.choices[choice].posting] = 1;
  }
  return own;
}

class ListSource {
 public:
  struct Worker {};

  ListSource(const ListContest& contest, const Cutoffs& cutoffs)
      : contest_(contest),
        next_(contest.lists.first.begin(), contest.lists.first.end() - 1),
        own_order_(postings_with_own_order(contest)),
        cutoffs_(contest.claims.graduates(), cutoffs, static_cast<std::uint32_t>(contest.terms.size())) {}

  Worker worker() const { return {}; }
  std::optional<Proposal> next(std::uint32_t graduate, Worker) {
    const auto tail = cutoffs_.shorten(contest_.claims.ordinary(graduate, 1000));
    for (auto at = next_[graduate]; at != contest_.lists.first[graduate + 1]; ++at) {
      const Choice& choice = contest_.lists.choices[at];
      const auto order = 1000U - choice.employer_view;
      if ((order << ShortClaims::kTailBits | tail) > cutoffs_.of(choice.posting)) continue;
      next_[graduate] = at + 1;
      return Proposal{choice.posting, contest_.claim(graduate, at)};
    }
    return std::nullopt;
  }
  // Where claims cannot be compared in short, all that may be wanted are asked.
  void tightened(std::uint32_t posting, Claim weakest) {
    if (own_order_[posting] == 0) cutoffs_.tighten(posting, weakest);
  }
  std::uint64_t last_asked(std::uint32_t graduate) const { return next_[graduate] - 1; }

 private:
  const ListContest& contest_;
  std::vector<std::uint64_t> next_;
  std::vector<std::uint8_t> own_order_;
  ShortCutoffs cutoffs_;
};

// By graduate: 1000 - E at the first choice, 1000 without one.
std::vector<std::uint16_t> first_orders(const ChoiceLists& lists) {
  std::vector<std::uint16_t> orders(lists.graduates(), 1000);
  tbb::parallel_for(std::uint32_t{0}, static_cast<std::uint32_t>(orders.size()), [&](std::uint32_t g) {
    const auto list = lists.of(g);
    if (!list.empty()) orders[g] = static_cast<std::uint16_t>(1000 - list.front().employer_view);
  });
  return orders;
}

// By E at the first choice, then luck: who comes early is seldom turned away later.
std::vector<std::uint32_t> strong_first(const ListContest& contest) {
  const auto orders = first_orders(contest.lists);
  std::array<std::uint32_t, 1002> first{};
  const auto asks = [&](std::uint32_t graduate) { return !contest.has_left(graduate); };
  for (const auto graduate : contest.claims.order() | std::views::filter(asks)) ++first[orders[graduate] + 1];
  std::partial_sum(first.begin(), first.end(), first.begin());
  std::vector<std::uint32_t> graduates(first.back());
  for (const auto graduate : contest.claims.order() | std::views::filter(asks)) {
    graduates[first[orders[graduate]]++] = graduate;
  }
  return graduates;
}

}  // namespace

std::optional<ListAcceptance> accept_on_lists(const ListContest& contest, const PlacementControl& control) {
  Proposals proposals(contest);
  ListSource source(contest, proposals.cutoffs());
  if (!proposals.run(source, strong_first(contest), control)) return std::nullopt;
  ListAcceptance result{Granted(contest.lists.graduates(), kNoChoice), proposals.limits()};
  tbb::parallel_for(std::size_t{0}, contest.terms.size(), [&](std::size_t p) {
    proposals.holders(static_cast<std::uint32_t>(p)).for_each([&](Claim claim) {
      const auto graduate = contest.claims.graduate_of(claim);
      result.granted[graduate] = source.last_asked(graduate);
    });
  });
  return result;
}

}  // namespace talentmatch
