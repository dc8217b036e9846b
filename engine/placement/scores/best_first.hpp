#pragma once
// The order in which a graduate's common postings are gone through: by (tier, value of the region), the pair
// with the best possible S first.

#include <algorithm>
#include <array>
#include <cstdint>
#include <span>

#include "engine/placement/scores/wish_query.hpp"

namespace talentmatch {

// visit(tier, postings, part) for what may hold a key below `limit()`; `postings_of(tier)` = its PostingTier.
template <class PostingsOf, class Limit, class Visit>
void for_each_run_best_first(const WishQuery& query, PostingsOf&& postings_of, Limit&& limit, Visit&& visit) {
  const std::span<const TierId> tiers = query.tiers();
  const auto classes = query.regions();
  std::array<std::size_t, RegionValues::kMaxClasses> next{};
  std::array<std::int32_t, RegionValues::kMaxClasses> bounds{};
  const auto refresh = [&](std::size_t c) {
    bounds[c] =
        next[c] == tiers.size() ? -1 : query.own_view(tiers[next[c]].affinity, classes[c].value, 100, 0);
  };
  for (std::size_t c = 0; c < classes.size(); ++c) refresh(c);
  while (true) {
    const auto end = bounds.begin() + static_cast<std::ptrdiff_t>(classes.size());
    const auto best = static_cast<std::size_t>(std::max_element(bounds.begin(), end) - bounds.begin());
    if (bounds[best] < 0 || wish_key(bounds[best], 0) >= limit()) return;
    const TierId tier = tiers[next[best]++];
    const RegionClass& places = classes[best];
    const RegionPart part{.value = places.value};
    const PostingTier& postings = postings_of(tier);
    if (!postings.is_wide()) {  // all of it with the first class
      if (best == 0) visit(tier, postings.all(), RegionPart{.value = places.value, .all = true});
    } else if (best + 1 == classes.size()) {  // everywhere else
      visit(tier, postings.all(), part);
    } else {
      for (const RegionRange range : places.ranges) visit(tier, postings.within(range), part);
    }
    refresh(best);
  }
}

}  // namespace talentmatch
