#include "tests/support/random_records.hpp"

#include "tests/support/random_choices.hpp"

namespace talentmatch::testing {

School random_school(const Palette& palette, Dice& dice, std::string id) {
  return {.id = std::move(id),
          .name = "学校" + std::to_string(dice.below(3)),
          .kind = dice.pick_below<SchoolKind>(5),
          .region = dice.pick(palette.regions)};
}

Employer random_employer(const Palette& palette, Dice& dice, std::string id) {
  Employer employer;
  employer.id = std::move(id);
  employer.name = "企业" + std::to_string(dice.below(3));
  employer.region = dice.pick(palette.regions);
  if (dice.chance(40)) {
    employer.status = dice.chance(30) ? EmployerStatus::suspended : EmployerStatus::active;
  }
  return employer;
}

Tie random_tie(const Palette& palette, const Ids& ids, Dice& dice, std::string id) {
  Tie tie;
  tie.id = std::move(id);
  tie.school = dice.pick(ids.schools);
  tie.employer = dice.pick(ids.employers);
  tie.kind = dice.pick_below<TieKind>(7);
  tie.major = maybe(dice, 30, palette.majors);
  tie.starts = maybe(dice, 40, palette.dates);
  tie.ends = maybe(dice, 40, palette.dates);
  return tie;
}

Placement random_placement(const Palette& palette, const Ids& ids, Dice& dice, std::string id) {
  Placement placement;
  placement.id = std::move(id);
  placement.graduate = dice.pick(ids.graduates);
  placement.posting = maybe(dice, 90, ids.postings);
  placement.employer = maybe(dice, 30, ids.employers);
  placement.region = maybe(dice, 30, palette.regions);
  placement.status = dice.chance(70) ? PlacementStatus::confirmed : PlacementStatus::left;
  placement.source = maybe_word<PlacementSource>(dice, 50);
  return placement;
}

}  // namespace talentmatch::testing
