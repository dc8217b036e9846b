#include <fmt/format.h>

#include "tools/generate/assumed.hpp"
#include "tools/generate/measured.hpp"
#include "tools/generate/pick.hpp"
#include "tools/generate/plan.hpp"

namespace talentmatch::world {
namespace {

// Half of a school's majors belong to the category that it is known for.
std::vector<MajorId> draw_offer(const Plan& plan, Track track, Random& random) {
  const auto focus = plan.majors.supplied_category(track, random);
  std::vector<MajorId> offer;
  for (std::size_t i = 0; i < kMajorDraws; ++i) {
    const bool focused = random.chance(kSchoolFocus);
    const auto category = focused ? focus : plan.majors.supplied_category(track, random);
    offer.push_back(plan.majors.major_in(track, category, random));
  }
  return offer;
}

SchoolPlan plan_school(const Plan& plan, Index index) {
  Random random(plan.options.seed, Stream::school, index);
  SchoolPlan school;
  const auto people = [](const GraduatesOfKind& row) { return row.people; };
  school.kind = kGraduates[pick_position(kGraduates, people, random)].kind;
  school.city = plan.places.school_city(school.kind, random);
  school.offer = draw_offer(plan, track_of(school.kind), random);
  return school;
}

void weigh_sizes(Plan& plan) {
  std::array<std::uint64_t, 5> people{};
  for (std::size_t kind = 0; kind < people.size(); ++kind) {
    const auto count = plan.schools_of_kind[kind].size();
    std::vector<std::uint64_t> sizes;
    sizes.reserve(count);
    for (std::uint64_t rank = 0; rank < count; ++rank) {
      sizes.push_back(1'000'000'000'000 / (1000 * (rank + 1) + kSchoolRankShift * count));
    }
    plan.school_sizes[kind] = Weighted(sizes);
    people[kind] = count == 0 ? 0 : kGraduates[kind].people;
  }
  plan.kinds = Weighted(people);
}

}  // namespace

void plan_schools(Plan& plan) {
  for (Index i = 0; i < plan.options.schools; ++i) {
    plan.schools.push_back(plan_school(plan, i));
    plan.schools_of_kind[static_cast<std::size_t>(plan.schools.back().kind)].push_back(i);
  }
  weigh_sizes(plan);
}

School make_school(const Plan& plan, Index index) {
  const auto& school = plan.schools[index];
  return {.id = id_text('S', index),
          .name = fmt::format("学校{}", index + 1),
          .kind = school.kind,
          .region = school.city};
}

Index pick_school(const Plan& plan, SchoolKind kind, Random& random) {
  const auto at = static_cast<std::size_t>(kind);
  if (plan.schools_of_kind[at].empty()) return pick_school(plan, random);
  return plan.schools_of_kind[at][plan.school_sizes[at].pick(random)];
}

Index pick_school(const Plan& plan, Random& random) {
  return pick_school(plan, static_cast<SchoolKind>(plan.kinds.pick(random)), random);
}

}  // namespace talentmatch::world
