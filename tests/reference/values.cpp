#include <algorithm>
#include <cstdint>

#include "tests/reference/majors.hpp"
#include "tests/reference/pair.hpp"
#include "tests/reference/regions.hpp"

namespace talentmatch::reference {
namespace {

int certificates_value(const Graduate& graduate, const Posting& posting, Date day) {
  auto asked = posting.required_certificates;
  asked.insert(asked.end(), posting.preferred_certificates.begin(), posting.preferred_certificates.end());
  if (asked.empty()) return 50;
  int sum = 0;
  for (const AskedCertificate& item : asked) {
    const int held = held_level(graduate, item.certificate, day);
    if (held >= level_of(item.level)) {
      sum += 100;
    } else if (held > 0) {
      sum += 50;
    }
  }
  return sum / static_cast<int>(asked.size());
}

int level_value(const Graduate& graduate, const Posting& posting) {
  if (!posting.min_level) return 100;
  const int above = rank_of(graduate.level) - rank_of(*posting.min_level);
  if (above == 0) return 100;
  return above == 1 ? 80 : 50;
}

int tie_value(const World& world, const Graduate& graduate, const Posting& posting, Date day) {
  int best = !graduate.school.empty() && tied(world, graduate.school, posting.employer, day) ? 50 : 0;
  for (const GraduateTie& tie : graduate.ties) {
    if (tie.employer == posting.employer)
      best = std::max(best, tie.kind == GraduateTieKind::intern ? 80 : 100);
  }
  return best;
}

int pay_value(const Graduate& graduate, const Posting& posting) {
  if ((!posting.pay_min && !posting.pay_max) || !graduate.expected_pay) return 50;
  const std::int64_t low = posting.pay_min ? *posting.pay_min : *posting.pay_max;
  const std::int64_t high = posting.pay_max ? *posting.pay_max : *posting.pay_min;
  const std::int64_t offer = (low + high) / 2;
  return static_cast<int>(std::min<std::int64_t>(100, 100 * offer / *graduate.expected_pay));
}

}  // namespace

Values values(const World& world, const Graduate& graduate, const Posting& posting, Date as_of) {
  return {.affinity = affinity(*world.vocabulary, graduate.major, posting),
          .certificates = certificates_value(graduate, posting, as_of),
          .level = level_value(graduate, posting),
          .tie = tie_value(world, graduate, posting, as_of),
          .region = region_value(*world.vocabulary, graduate, posting.region),
          .pay = pay_value(graduate, posting)};
}

int Views::of(Perspective perspective) const {
  switch (perspective) {
    case Perspective::employer:
      return employer;
    case Perspective::graduate:
      return graduate;
    case Perspective::mutual:
      return mutual;
  }
  return 0;
}

Views views(const Values& values, const Weights& weights) {
  const auto [major, certificates, level, employer_tie] = weights.employer;
  const auto [region, graduate_major, pay, graduate_tie] = weights.graduate;
  Views result;
  result.employer = major * values.affinity / 100 + certificates * values.certificates / 100 +
                    level * values.level / 100 + employer_tie * values.tie / 100;
  result.graduate = region * values.region / 100 + graduate_major * values.affinity / 100 +
                    pay * values.pay / 100 + graduate_tie * values.tie / 100;
  const int sum = result.employer + result.graduate;
  result.mutual = sum == 0 ? 0 : 2 * result.employer * result.graduate / sum;
  return result;
}

}  // namespace talentmatch::reference
