#include "engine/placement/local.hpp"

#include <algorithm>

namespace talentmatch {

std::vector<std::uint8_t> local_schools(const Snapshot& snapshot, const LocalPreference& local) {
  if (local.schools.empty() && local.regions.empty()) return {};
  const SchoolTable& schools = snapshot.schools();
  std::vector<std::uint8_t> local_school(schools.slots());
  for (const std::string& id : local.schools) {
    if (const auto slot = schools.find(id)) local_school[*slot] = 1;
  }
  for (Slot slot = 0; slot < schools.slots(); ++slot) {
    const auto inside = [&](RegionId outer) {
      return schools[slot].exists && snapshot.catalog().contains(outer, schools[slot].region);
    };
    if (std::ranges::any_of(local.regions, inside)) local_school[slot] = 1;
  }
  return local_school;
}

}  // namespace talentmatch
