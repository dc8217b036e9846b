#include "tools/generate/assumed.hpp"
#include "tools/generate/calendar.hpp"
#include "tools/generate/pick.hpp"
#include "tools/generate/plan.hpp"

namespace talentmatch::world {
namespace {

// A few tries for a school of the employer's province; the last one is taken wherever it is.
Index draw_school(const Plan& plan, const EmployerPlan& employer, Random& random) {
  constexpr int kTries = 12;
  const bool near = random.chance(kTieInProvince);
  const auto province = plan.catalog.province_of(employer.city);
  Index school = pick_school(plan, random);
  for (int i = 1; near && i < kTries && !province.contains(plan.schools[school].city); ++i) {
    school = pick_school(plan, random);
  }
  return school;
}

TiePlan plan_tie(const Plan& plan, Index index) {
  Random random(plan.options.seed, Stream::tie, index);
  TiePlan tie;
  tie.employer = static_cast<Index>(plan.employer_sizes.pick(random));
  tie.school = draw_school(plan, plan.employers[tie.employer], random);
  tie.kind = pick_value(kTieKinds, random);
  return tie;
}

bool has_seats(TieKind kind) {
  return kind == TieKind::order_class || kind == TieKind::apprenticeship ||
         kind == TieKind::enterprise_apprenticeship;
}

}  // namespace

void plan_ties(Plan& plan) {
  if (plan.schools.empty()) return;
  const auto count = plan.options.employers * kTiesPerEmployer;
  for (Index i = 0; i < count; ++i) {
    const auto& tie = plan.ties.emplace_back(plan_tie(plan, i));
    plan.schools[tie.school].tied_employers.push_back(tie.employer);
    plan.employers[tie.employer].tied_schools.push_back(tie.school);
    if (tie.kind == TieKind::order_class)
      plan.employers[tie.employer].order_class_schools.push_back(tie.school);
  }
}

Tie make_tie(const Plan& plan, Index index) {
  Random random(plan.options.seed, Stream::tie_record, index);
  const auto& planned = plan.ties[index];
  const auto& offer = plan.schools[planned.school].offer;
  Tie tie;
  tie.id = id_text('T', index);
  tie.school = id_text('S', planned.school);
  tie.employer = id_text('E', planned.employer);
  tie.kind = planned.kind;
  if (random.chance(kTieMajorStated)) tie.major = offer[random.below(offer.size())];
  if (has_seats(tie.kind)) tie.seats = random.between(4, 12) * 5;
  tie.starts = draw_date(kFirstTie, kLastTie, random);
  if (random.chance(kTieEnds)) {
    const bool ended = random.chance(kTieEnded);
    tie.ends = ended ? draw_date(kLastTie, kToday, random) : draw_date(kFirstLater, kLastLater, random);
  }
  return tie;
}

}  // namespace talentmatch::world
