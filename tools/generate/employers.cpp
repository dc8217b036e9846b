#include <fmt/format.h>

#include "tools/generate/assumed.hpp"
#include "tools/generate/measured.hpp"
#include "tools/generate/pick.hpp"
#include "tools/generate/plan.hpp"

namespace talentmatch::world {
namespace {

EmployerPlan plan_employer(const Plan& plan, Index index) {
  Random random(plan.options.seed, Stream::employer, index);
  EmployerPlan employer;
  employer.city = plan.places.job_city(random);
  employer.field = plan.majors.demanded_field(random);
  return employer;
}

// Those that post much are large; the places in between are drawn.
EmployerSize draw_size(const Plan& plan, Index index, Random& random) {
  const auto place = static_cast<std::int32_t>(std::uint64_t{1000} * index / plan.options.employers);
  const auto shifted = place + random.between(-150, 150);
  if (shifted < 50) return EmployerSize::large;
  if (shifted < 250) return EmployerSize::medium;
  return shifted < 700 ? EmployerSize::small : EmployerSize::micro;
}

std::int32_t draw_staff(EmployerSize size, Random& random) {
  switch (size) {
    case EmployerSize::large:
      return random.between(1000, 20'000);
    case EmployerSize::medium:
      return random.between(300, 1000);
    case EmployerSize::small:
      return random.between(20, 300);
    case EmployerSize::micro:
      break;
  }
  return random.between(1, 20);
}

void add_tags(Employer& employer, Random& random) {
  employer.tags.emplace_back(pick_row(kEmployerTypes, &EmployerType::share, random).tag);
  const auto extra = pick_value(kEmployerTags, random);
  if (!extra.empty()) employer.tags.emplace_back(extra);
}

}  // namespace

void plan_employers(Plan& plan) {
  const std::uint64_t count = plan.options.employers;
  std::vector<std::uint64_t> sizes;
  for (Index i = 0; i < count; ++i) {
    plan.employers.push_back(plan_employer(plan, i));
    sizes.push_back(1'000'000'000'000 / (1000 * (std::uint64_t{i} + 1) + kEmployerRankShift * count));
  }
  plan.employer_sizes = Weighted(sizes);
}

bool is_suspended(const Plan& plan, Index employer) {
  return Random(plan.options.seed, Stream::employer_status, employer).chance(kSuspended);
}

Employer make_employer(const Plan& plan, Index index) {
  Random random(plan.options.seed, Stream::employer_record, index);
  Employer employer;
  employer.id = id_text('E', index);
  employer.name = fmt::format("企业{}", index + 1);
  employer.region = plan.employers[index].city;
  employer.size = draw_size(plan, index, random);
  employer.above_scale = employer.size == EmployerSize::large || employer.size == EmployerSize::medium;
  employer.staff = draw_staff(*employer.size, random);
  if (random.chance(kHiringPlanStated)) employer.hiring_plan = random.between(1, 10 + *employer.staff / 10);
  if (is_suspended(plan, index)) employer.status = EmployerStatus::suspended;
  add_tags(employer, random);
  return employer;
}

}  // namespace talentmatch::world
