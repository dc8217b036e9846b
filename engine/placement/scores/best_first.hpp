#pragma once
// The order in which a graduate's common postings are gone through: by (key, value of the region), the pair
// with the best possible S first.

#include <algorithm>
#include <array>
#include <cstdint>

#include "engine/placement/scores/wish_query.hpp"

namespace talentmatch {

// visit(key, group, run, part) for what may hold a key below `limit()`.
template <class Limit, class Visit>
void for_each_run_best_first(const WishQuery& query, Limit&& limit, Visit&& visit) {
  const auto keys = query.keys();
  const auto classes = query.regions();
  std::array<std::size_t, RegionValues::kMaxClasses> next{};
  std::array<std::int32_t, RegionValues::kMaxClasses> bounds{};
  const auto refresh = [&](std::size_t c) {
    bounds[c] =
        next[c] == keys.size() ? -1 : query.own_view(keys[next[c]].affinity, classes[c].value, 100, 0);
  };
  for (std::size_t c = 0; c < classes.size(); ++c) refresh(c);
  while (true) {
    const auto end = bounds.begin() + static_cast<std::ptrdiff_t>(classes.size());
    const auto best = static_cast<std::size_t>(std::max_element(bounds.begin(), end) - bounds.begin());
    if (bounds[best] < 0 || wish_key(bounds[best], 0) >= limit()) return;
    const KeyAffinity key = keys[next[best]++];
    const RegionClass& places = classes[best];
    const RegionPart part{.value = places.value};
    for (const CardGroup& group : query.index().groups(key.key)) {
      if (!query.admits(group)) continue;
      if (!group.wide) {  // all of it with the first class
        if (best == 0) visit(key, group, group.run, RegionPart{.value = places.value, .all = true});
      } else if (best + 1 == classes.size()) {  // everywhere else
        visit(key, group, group.run, part);
      } else {
        for (const RegionRange range : places.ranges)
          visit(key, group, query.index().within(group, range), part);
      }
    }
    refresh(best);
  }
}

}  // namespace talentmatch
