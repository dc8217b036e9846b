#include "engine/placement/listed_market.hpp"

#include <utility>

namespace talentmatch {
namespace {

// What modes without quotas do not have.
Result<void> check_no_quotas(const PlacementInput& input) {
  const auto refused = [](std::string field) {
    return fail({.code = ErrorCode::invalid_option, .field = std::move(field), .detail = "mode stable only"});
  };
  if (input.policy.reserve) return refused("policy.reserve");
  const auto& local = input.policy.local;
  if (!local.schools.empty() || !local.regions.empty()) return refused("policy.local");
  if (!input.priority_groups.empty()) return refused("priority_groups");
  return {};
}

Result<GivenLists> lists_of(const PlacementInput& input, const PlacementSetup& setup,
                            const BestChoices& wanted, const PlacementControl& control) {
  if (input.choices) return resolve_lists(input, setup);
  auto lists = best_choices(*setup.field, input, setup.bans, wanted, control);
  if (!lists) return fail({.code = ErrorCode::cancelled});
  return GivenLists{.lists = *std::move(lists), .places = {}, .ranks = {}};
}

// The members of `all` whose choices are kept.
template <class Vector>
Vector kept_of(const Vector& all, const std::vector<std::uint8_t>& kept) {
  Vector some;
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (kept[i] != 0) some.push_back(all[i]);
  }
  return some;
}

void leave_out_locked(ListedMarket& market) {
  if (market.setup.locks.empty()) return;
  GivenLists& given = market.given;
  std::vector<std::uint8_t> kept(given.lists.choices.size(), 1);
  for (const RowPair& lock : market.setup.locks) {
    for (auto c = given.lists.first[lock.graduate]; c < given.lists.first[lock.graduate + 1]; ++c)
      kept[c] = 0;
  }
  std::uint64_t before = 0;
  std::uint64_t from = 0;
  for (auto& first : given.lists.first) {
    for (; from < first; ++from) before += kept[from];
    first = before;
  }
  given.lists.choices = kept_of(given.lists.choices, kept);
  given.places = kept_of(given.places, kept);
  given.ranks = kept_of(given.ranks, kept);
}

}  // namespace

Result<ListedMarket> listed_market(const PlacementInput& input, const BestChoices& wanted,
                                   const PlacementControl& control) {
  if (auto sound = check_no_quotas(input); !sound) return fail(std::move(sound.error()));
  auto setup = set_up(input);
  if (!setup) return fail(std::move(setup.error()));
  auto terms = setup->terms;
  if (auto taken = take_seats(setup->locks, *setup, terms); !taken) return fail(std::move(taken.error()));
  auto given = lists_of(input, *setup, wanted, control);
  if (!given) return fail(std::move(given.error()));
  ListedMarket market{.setup = *std::move(setup), .given = *std::move(given), .seats = {}};
  for (const SeatTerms& term : terms) market.seats.push_back(term.seats);
  leave_out_locked(market);
  return market;
}

}  // namespace talentmatch
