#include <algorithm>

#include <fmt/format.h>

#include "tools/generate/assumed.hpp"
#include "tools/generate/calendar.hpp"
#include "tools/generate/entries.hpp"
#include "tools/generate/measured.hpp"
#include "tools/generate/pick.hpp"
#include "tools/generate/plan.hpp"

namespace talentmatch::world {
namespace {

void set_place(const Plan& plan, Posting& posting, const EmployerPlan& employer, Random& random) {
  const auto city = random.chance(kPostingAtHome) ? employer.city : plan.places.job_city(random);
  posting.region = plan.places.written(city, random);
}

// An order class is taught at a school that the employer is tied to.
void set_kind(const Plan& plan, Posting& posting, const EmployerPlan& employer, Random& random) {
  const auto kind = pick_value(kKinds, random);
  if (plan.options.government || kind == PostingKind::job) return;
  if (kind == PostingKind::order_class) {
    const auto& schools =
        employer.order_class_schools.empty() ? employer.tied_schools : employer.order_class_schools;
    if (schools.empty()) return;
    posting.school = id_text('S', schools[random.below(schools.size())]);
  }
  posting.kind = kind;
}

void ask_certificate(const Plan& plan, MajorId major, std::vector<AskedCertificate>& asked, Random& random) {
  const auto certificate = pick_certificate(plan, major, random);
  const auto level = pick_certificate_level(random);
  if (!certificate) return;
  if (std::ranges::find(asked, *certificate, &AskedCertificate::certificate) != asked.end()) return;
  asked.push_back({*certificate, level});
}

void ask_certificates(const Plan& plan, MajorId major, Posting& posting, Random& random) {
  const auto required =
      plan.options.government ? kRequiredCertificateGovernment : kRequiredCertificateCompany;
  if (random.chance(required)) ask_certificate(plan, major, posting.required_certificates, random);
  if (plan.options.government || !random.chance(kPreferredCertificate)) return;
  ask_certificate(plan, major, posting.preferred_certificates, random);
  if (random.chance(kSecondCertificate)) ask_certificate(plan, major, posting.preferred_certificates, random);
}

void set_headcount(const Plan& plan, Posting& posting, Random& random) {
  const bool government = plan.options.government;
  const auto share = government ? &HeadcountShare::government : &HeadcountShare::company;
  const auto& row = pick_row(kHeadcounts, share, random);
  const auto headcount = random.between(row.first, row.last);
  const bool stated = government || !random.chance(kHeadcountMissing);
  if (plan.options.single_seats) {
    posting.headcount = 1;
  } else if (stated) {
    posting.headcount = headcount;
  }
}

// From the middle of the range and the ratio of its ends.
void set_pay(const Plan& plan, Posting& posting, std::int32_t median, Random& random) {
  const auto middle = static_cast<std::int64_t>(median) * draw(kPayCurve, random) / 100;
  const auto ratio = pick_row(kPayRatios, &PayRatio::share, random).hundredths;
  if (plan.options.government || random.chance(kPayMissing)) return;
  const auto low = rounded_pay(static_cast<std::int32_t>(middle * 200 / (100 + ratio)));
  posting.pay_min = low;
  if (!random.chance(kPayMinimumOnly)) posting.pay_max = rounded_pay(low * ratio / 100);
}

void set_fresh(const Plan& plan, Posting& posting, Random& random) {
  const auto only = plan.options.government ? kFreshOnlyGovernment : kFreshOnlyCompany;
  const auto excluded = plan.options.government ? Share{0} : kFreshExcludedCompany;
  const auto at = random.below(10'000);
  if (at < only) {
    posting.fresh_graduates = FreshGraduates::only;
  } else if (at < only + excluded) {
    posting.fresh_graduates = FreshGraduates::excluded;
  }
}

void set_dates(Posting& posting, Random& random) {
  if (!random.chance(kPostedMissing)) posting.posted = draw_date(kFirstPosted, kLastPosted, random);
  if (random.chance(kClosesStated)) {
    posting.closes = random.chance(kClosedBefore) ? draw_date(kFirstPosted, kLastPosted, random)
                                                  : draw_date(kFirstLater, kLastLater, random);
  }
  if (random.chance(kClosed)) posting.status = PostingStatus::closed;
}

std::string title_of(const Plan& plan, MajorId major, Index index) {
  return fmt::format("岗位-{}-{}", plan.catalog.name_of(Catalog::entry_of(major)), index + 1);
}

}  // namespace

Posting make_posting(const Plan& plan, Index index) {
  Random random(plan.options.seed, Stream::posting, index);
  const auto at = static_cast<Index>(plan.employer_sizes.pick(random));
  const auto& employer = plan.employers[at];
  Posting posting;
  posting.id = id_text('P', index);
  posting.employer = id_text('E', at);
  set_place(plan, posting, employer, random);
  set_kind(plan, posting, employer, random);
  const auto share = plan.options.government ? &LevelShare::government : &LevelShare::company;
  const auto& level = pick_row(kMinLevels, share, random);
  posting.min_level = level.level;
  const auto major = name_majors(plan, employer.field, posting, random);
  posting.title = title_of(plan, major, index);
  ask_certificates(plan, major, posting, random);
  set_headcount(plan, posting, random);
  set_pay(plan, posting, level.median_pay, random);
  set_fresh(plan, posting, random);
  set_dates(posting, random);
  return posting;
}

}  // namespace talentmatch::world
