#include "tests/reference/world.hpp"

#include <algorithm>

namespace talentmatch::reference {

int confirmed_placements(const World& world, const Posting& posting) {
  if (posting.id.empty()) return 0;
  return static_cast<int>(std::ranges::count_if(world.placements, [&](const Placement& placement) {
    return placement.posting == posting.id && placement.status == PlacementStatus::confirmed;
  }));
}

bool suspended(const World& world, std::string_view employer) {
  const Employer* record = find(world.employers, employer);
  return record != nullptr && record->status == EmployerStatus::suspended;
}

bool tied(const World& world, std::string_view school, std::string_view employer, Date day) {
  return std::ranges::any_of(world.ties, [&](const Tie& tie) {
    return tie.school == school && tie.employer == employer && (!tie.starts || *tie.starts <= day) &&
           (!tie.ends || day <= *tie.ends);
  });
}

int held_level(const Graduate& graduate, CertificateId certificate, Date day) {
  int best = 0;
  for (const HeldCertificate& held : graduate.certificates) {
    const bool expired = held.expires && *held.expires < day;
    if (held.certificate == certificate && !expired) best = std::max(best, level_of(held.level));
  }
  return best;
}

}  // namespace talentmatch::reference
