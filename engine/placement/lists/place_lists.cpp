#include "engine/placement/lists/place_lists.hpp"

#include "engine/placement/lists/result_hash.hpp"

namespace talentmatch {
namespace {

// Of ids in their order: graduate, then the postings of its list.
std::uint64_t hash_of(const ListedMarket& market, const GrantedLists& granted) {
  const Field& field = *market.setup.field;
  ResultHash hash;
  for (std::uint32_t g = 0; g < granted.graduates(); ++g) {
    hash.add(field.graduate_id(g));
    for (const auto choice : granted.of(g)) {
      hash.add(field.posting_id(market.given.lists.choices[choice].posting));
    }
  }
  return hash.value();
}

}  // namespace

Result<ListsRun> place_lists(const PlacementInput& input, const BestChoices& wanted,
                             const ListsOptions& options, const PlacementControl& control) {
  auto market = listed_market(input, wanted, control);
  if (!market) return fail(std::move(market.error()));
  const Claims claims(market->setup.lottery.graduates);
  std::vector<SeatTerms> terms;
  for (const auto seats : market->seats) terms.push_back({.seats = seats * options.per_seat});
  const ListContest contest{
      {.claims = claims, .terms = terms, .members = {}}, market->given.lists, market->given.places};
  auto granted = accept_many(contest, options.per_graduate, control);
  if (!granted) return fail({.code = ErrorCode::cancelled});
  const auto verified = verify_lists(contest, options.per_graduate, *granted);
  const auto hash = hash_of(*market, *granted);
  return ListsRun{
      .market = *std::move(market), .granted = *std::move(granted), .verification = verified, .hash = hash};
}

}  // namespace talentmatch
