#include "engine/ranking/texts/region_relation.hpp"

#include <bit>

namespace talentmatch::texts {
namespace {

template <class Holds>
std::optional<std::size_t> first_wish(const GraduateFacts& graduate, Holds holds) {
  for (std::size_t i = 0; i < graduate.wishes.size(); ++i) {
    if (holds(graduate.wishes[i])) return i;
  }
  return std::nullopt;
}

// The first wish for which it holds, else the home region.
template <class Holds>
std::optional<RegionRelation> wish_or_home(Nearness nearness, const GraduateFacts& graduate, Holds holds) {
  if (const auto wish = first_wish(graduate, holds))
    return RegionRelation{.nearness = nearness, .wish = wish};
  if (graduate.home != kNoRegion && holds(graduate.home)) return RegionRelation{.nearness = nearness};
  return std::nullopt;
}

std::optional<RegionRelation> shared_cluster(const Catalog& catalog, const GraduateFacts& graduate,
                                             RegionId posting) {
  const auto here = catalog.clusters_of(posting);
  const auto wish =
      first_wish(graduate, [&](RegionId region) { return (catalog.clusters_of(region) & here) != 0; });
  if (!wish) return std::nullopt;
  const auto shared = catalog.clusters_of(graduate.wishes[*wish]) & here;
  return RegionRelation{.nearness = Nearness::cluster,
                        .wish = wish,
                        .cluster = static_cast<std::size_t>(std::countr_zero(shared))};
}

}  // namespace

RegionRelation relation_of(const Catalog& catalog, const GraduateFacts& graduate, RegionId posting) {
  if (const auto wish =
          first_wish(graduate, [&](RegionId region) { return catalog.contains(region, posting); })) {
    return {.nearness = Nearness::inside, .wish = wish};
  }
  const auto prefecture = catalog.prefecture_of(posting);
  const auto in_prefecture = [&](RegionId region) {
    return prefecture && catalog.prefecture_of(region) && prefecture->contains(region);
  };
  if (const auto found = wish_or_home(Nearness::same_prefecture, graduate, in_prefecture)) return *found;
  if (const auto found = shared_cluster(catalog, graduate, posting)) return *found;
  const auto in_province = [&](RegionId region) { return catalog.province_of(posting).contains(region); };
  if (const auto found = wish_or_home(Nearness::same_province, graduate, in_province)) return *found;
  if (graduate.wishes.empty() && graduate.home == kNoRegion) return {.nearness = Nearness::none_given};
  return {};
}

}  // namespace talentmatch::texts
