#include <algorithm>

#include "tools/generate/assumed.hpp"
#include "tools/generate/calendar.hpp"
#include "tools/generate/measured.hpp"
#include "tools/generate/pick.hpp"
#include "tools/generate/plan.hpp"

namespace talentmatch::world {
namespace {

constexpr SchoolKind school_for(Track track) {
  constexpr std::array kinds{SchoolKind::secondary, SchoolKind::junior_college,
                             SchoolKind::vocational_bachelor, SchoolKind::university};
  return kinds[static_cast<std::size_t>(track)];
}

Level draw_level(SchoolKind kind, Random& random) {
  switch (kind) {
    case SchoolKind::junior_college:
      return Level::junior_college;
    case SchoolKind::vocational_bachelor:
      return Level::vocational_bachelor;
    case SchoolKind::university:
      if (random.chance(kDoctors)) return Level::doctor;
      return random.chance(kMasters) ? Level::master : Level::bachelor;
    case SchoolKind::secondary:
    case SchoolKind::technician:
      break;
  }
  return Level::secondary;
}

Index study(const Plan& plan, Graduate& graduate, Random& random) {
  const bool hot = plan.hot_major && random.chance(kHotMajor);
  Index at = 0;
  if (hot) {
    const auto code = plan.catalog.code_of(Catalog::entry_of(*plan.hot_major));
    at = pick_school(plan, school_for(track_of(code)), random);
    graduate.major = *plan.hot_major;
  } else {
    at = pick_school(plan, random);
    const auto& offer = plan.schools[at].offer;
    graduate.major = offer[random.below(offer.size())];
  }
  graduate.school = id_text('S', at);
  graduate.level = draw_level(plan.schools[at].kind, random);
  graduate.year = random.chance(kEarlierYear) ? kYear - 1 : kYear;
  return at;
}

void certify(const Plan& plan, Graduate& graduate, SchoolKind kind, Random& random) {
  const auto share =
      kind == SchoolKind::university ? &CertificateCount::academic : &CertificateCount::vocational;
  const auto count = pick_row(kCertificateCounts, share, random).certificates;
  for (std::size_t i = 0; i < count; ++i) {
    const auto certificate = pick_certificate(plan, graduate.major, random);
    if (!certificate) return;
    const bool held = std::ranges::find(graduate.certificates, *certificate, &HeldCertificate::certificate) !=
                      graduate.certificates.end();
    const auto level = pick_certificate_level(random);
    std::optional<Date> expires;
    if (random.chance(kCertificateExpires)) expires = draw_date(kFirstPosted, kLastLater, random);
    if (!held) graduate.certificates.push_back({*certificate, level, expires});
  }
}

RegionId draw_wish(const Plan& plan, RegionId home_city, Random& random) {
  switch (pick_value(kWishes, random)) {
    case WishFor::home_city:
      return home_city;
    case WishFor::home_capital:
      return plan.places.capital_of_province(home_city);
    case WishFor::home_province:
      return plan.places.province(home_city);
    case WishFor::job_city:
      break;
  }
  return plan.places.job_city(random);
}

void wish(const Plan& plan, Graduate& graduate, RegionId school_city, Random& random) {
  const auto home = random.chance(kHomeInProvince) ? plan.places.city_in_province(school_city, random)
                                                   : plan.places.home_city(random);
  if (!random.chance(kHomeMissing)) graduate.home = plan.places.written(home, random);
  const auto count = pick_value(kWishCounts, random);
  for (std::size_t i = 0; i < count; ++i) {
    const auto region = draw_wish(plan, home, random);
    if (std::ranges::find(graduate.wishes, region) == graduate.wishes.end())
      graduate.wishes.push_back(region);
  }
  if (!graduate.wishes.empty() && random.chance(kWishesOnly)) graduate.wishes_only = true;
}

void expect(Graduate& graduate, Random& random) {
  if (random.chance(kExpectedPayMissing)) return;
  const auto& salary = *std::ranges::find(kStartSalaries, graduate.level, &StartSalary::level);
  const auto way = draw(kExpectationCurve, random);
  graduate.expected_pay = rounded_pay(salary.start + (salary.advertised - salary.start) * way / 100);
}

void accept_kinds(Graduate& graduate, Random& random) {
  const auto bits = pick_value(kAcceptedKinds, random);
  for (std::size_t kind = 0; kind < words<PostingKind>.size(); ++kind) {
    if ((bits >> kind & 1U) != 0) graduate.kinds.push_back(static_cast<PostingKind>(kind));
  }
}

void tie(const SchoolPlan& school, Graduate& graduate, Random& random) {
  if (school.tied_employers.empty() || !random.chance(kOwnTie)) return;
  const auto employer = school.tied_employers[random.below(school.tied_employers.size())];
  graduate.ties.push_back({id_text('E', employer), pick_value(kOwnTieKinds, random)});
}

}  // namespace

Graduate make_graduate(const Plan& plan, Index index) {
  Random random(plan.options.seed, Stream::graduate, index);
  Graduate graduate;
  graduate.id = id_text('G', index);
  const auto& school = plan.schools[study(plan, graduate, random)];
  certify(plan, graduate, school.kind, random);
  wish(plan, graduate, school.city, random);
  expect(graduate, random);
  accept_kinds(graduate, random);
  tie(school, graduate, random);
  const auto status = pick_value(kStatuses, random);
  if (status != GraduateStatus::seeking) graduate.status = status;
  if (random.chance(kOptOut)) graduate.opt_out = true;
  return graduate;
}

}  // namespace talentmatch::world
