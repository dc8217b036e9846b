#include "engine/ranking/posting_affinities.hpp"

#include <algorithm>
#include <utility>

namespace talentmatch {

void PostingAffinities::fill(const Catalog& catalog, MajorId major) {
  const PostingKeys key_of(catalog);
  any = key_of.any();
  const auto row = catalog.affinities(major);
  of.assign(row.begin(), row.end());
  of.resize(key_of.count() + 1U, 0);
  of[key_of.any()] = Catalog::kAnyMajorAffinity;
  of[key_of.several()] = 100;
  keys.clear();
  bool any_added = false;
  const auto add_any = [&] {
    if (!std::exchange(any_added, true)) keys.push_back({key_of.any(), Catalog::kAnyMajorAffinity});
  };
  const auto own_family = key_of.of_family(catalog.family_of(major));
  for (const RelatedEntry related : catalog.related(major)) {
    if (related.affinity <= kFamilyAffinity) break;
    if (related.affinity <= Catalog::kAnyMajorAffinity) add_any();
    keys.push_back({PostingKeys::of(related.entry), related.affinity});
    auto& of_family = of[key_of.of_family(catalog.family_of(related.entry))];
    of_family = std::max(of_family, related.affinity);
  }
  add_any();
  keys.push_back({own_family, kFamilyAffinity});
  of[own_family] = std::max(of[own_family], kFamilyAffinity);
  levels.assign(1, 100);
  for (const KeyAffinity& key : keys) {
    if (key.affinity < levels.back()) levels.push_back(key.affinity);
  }
}

}  // namespace talentmatch
