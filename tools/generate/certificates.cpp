#include "tools/generate/assumed.hpp"
#include "tools/generate/pick.hpp"
#include "tools/generate/plan.hpp"

namespace talentmatch::world {

std::optional<CertificateId> pick_certificate(const Plan& plan, MajorId major, Random& random) {
  const auto linked = plan.catalog.certificates_of(major);
  if (!linked.empty()) return linked[random.below(linked.size())];
  const auto count = plan.catalog.certificate_count();
  if (count == 0) return std::nullopt;
  return CertificateId{static_cast<std::uint16_t>(random.below(count))};
}

std::optional<CertificateLevel> pick_certificate_level(Random& random) {
  if (random.chance(kCertificateLevelMissing)) return std::nullopt;
  return pick_value(kCertificateLevels, random);
}

}  // namespace talentmatch::world
