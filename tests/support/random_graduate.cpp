#include "tests/support/random_choices.hpp"
#include "tests/support/random_records.hpp"

namespace talentmatch::testing {
namespace {

std::vector<HeldCertificate> held_certificates(const Palette& palette, Dice& dice) {
  return certificates<HeldCertificate>(dice, 4, [&] {
    return HeldCertificate{dice.pick(palette.certificates), maybe_word<CertificateLevel>(dice, 70),
                           maybe(dice, 30, palette.dates)};
  });
}

std::vector<PostingKind> accepted_kinds(Dice& dice) {
  if (dice.chance(40)) return {};
  return dice.some<PostingKind>({PostingKind::job, PostingKind::internship, PostingKind::order_class}, 3);
}

std::vector<GraduateTie> own_ties(const Ids& ids, Dice& dice) {
  std::vector<GraduateTie> list;
  if (!dice.chance(30)) return list;
  for (const auto& employer : dice.some(ids.employers, 3)) {
    list.push_back({employer, dice.pick_below<GraduateTieKind>(4)});
    if (dice.chance(20) && list.back().kind != GraduateTieKind::intern) {
      list.push_back({employer, GraduateTieKind::intern});
    }
  }
  return list;
}

// What is left decides by major, region and tie alone.
void strip(Graduate& graduate) {
  graduate.certificates.clear();
  graduate.status = {};
  graduate.opt_out = {};
  graduate.wishes_only = {};
}

}  // namespace

Graduate random_graduate(const Palette& palette, const Ids& ids, Dice& dice, std::string id) {
  Graduate graduate;
  graduate.id = std::move(id);
  graduate.school = dice.pick(ids.schools);
  graduate.major = dice.pick(palette.majors);
  graduate.level = dice.pick_below<Level>(6);
  graduate.year = dice.pick(palette.years);
  graduate.certificates = held_certificates(palette, dice);
  graduate.home = maybe(dice, 60, palette.regions);
  if (dice.chance(75)) {
    graduate.wishes = without_duplicates(dice.some(palette.regions, dice.chance(10) ? 8 : 4));
  }
  graduate.wishes_only = maybe_flag(dice, 40, 50);
  graduate.expected_pay = maybe(dice, 60, palette.pays);
  graduate.kinds = accepted_kinds(dice);
  graduate.ties = own_ties(ids, dice);
  if (dice.chance(12)) graduate.status = dice.pick_below<GraduateStatus>(4);
  graduate.opt_out = maybe_flag(dice, 20, 25);
  if (palette.plain && dice.chance(90)) strip(graduate);
  return graduate;
}

}  // namespace talentmatch::testing
