#include "engine/placement/seat_change/open_wishes.hpp"

#include "engine/placement/scores/by_major.hpp"

namespace talentmatch {
namespace {

Cutoffs cutoffs_of(std::span<const Claim> claims) {
  Cutoffs cutoffs(std::vector<SeatTerms>(claims.size()));
  for (std::uint32_t p = 0; p < claims.size(); ++p) cutoffs.set(p, claims[p], claims[p]);
  return cutoffs;
}

}  // namespace

OpenWishes::OpenWishes(const PlacementResult& result, const Claims& claims, std::span<const Claim> cutoffs,
                       std::size_t wide_tier)
    : result_(result),
      claims_(claims),
      index_(*result.field),
      tiers_(index_, majors_of(*result.field), wide_tier),
      cutoffs_(cutoffs_of(cutoffs)),
      short_cutoffs_(result.field->graduates(), cutoffs_, result.field->postings()),
      open_(tiers_, *result.field, result.weights, wide_tier) {
  open_.refresh(short_cutoffs_, 0);
}

WishContext OpenWishes::context() const {
  return {.field = *result_.field,
          .index = index_,
          .tiers = tiers_,
          .claims = claims_,
          .bans = result_.bans,
          .weights = result_.weights,
          .as_of = result_.as_of};
}

}  // namespace talentmatch
