#include "tests/support/random_choices.hpp"
#include "tests/support/random_records.hpp"

namespace talentmatch::testing {
namespace {

std::vector<AskedCertificate> asked_certificates(const Palette& palette, Dice& dice, int most) {
  return certificates<AskedCertificate>(dice, most, [&] {
    return AskedCertificate{dice.pick(palette.certificates), maybe_word<CertificateLevel>(dice, 50)};
  });
}

void give_pay(Posting& posting, const Palette& palette, Dice& dice) {
  posting.pay_min = maybe(dice, 60, palette.pays);
  posting.pay_max = maybe(dice, 60, palette.pays);
  if (posting.pay_min && posting.pay_max && *posting.pay_max < *posting.pay_min) {
    std::swap(posting.pay_min, posting.pay_max);
  }
}

// What is left decides by major, region and tie alone.
void strip(Posting& posting) {
  posting.min_level = {};
  posting.required_certificates.clear();
  posting.preferred_certificates.clear();
  posting.fresh_graduates = {};
  posting.majors_strict = {};
}

}  // namespace

Posting random_posting(const Palette& palette, const Ids& ids, Dice& dice, std::string id) {
  Posting posting;
  posting.id = std::move(id);
  posting.employer = dice.pick(ids.employers);
  posting.title = "岗位";
  posting.kind = maybe_word<PostingKind>(dice, 50);
  posting.majors = dice.some(palette.entries, dice.chance(10) ? 8 : 3);
  posting.majors_strict = maybe_flag(dice, 30, 50);
  if (dice.chance(60)) posting.min_level = dice.pick_below<Level>(dice.chance(70) ? 3 : 6);
  if (dice.chance(25)) posting.required_certificates = asked_certificates(palette, dice, 2);
  if (dice.chance(50)) posting.preferred_certificates = asked_certificates(palette, dice, 3);
  posting.region = dice.pick(palette.regions);
  if (dice.chance(50)) posting.headcount = dice.between(1, 3);
  give_pay(posting, palette, dice);
  posting.fresh_graduates = maybe_word<FreshGraduates>(dice, 40);
  if (posting.kind == PostingKind::order_class || dice.chance(10)) posting.school = dice.pick(ids.schools);
  posting.posted = maybe(dice, 60, palette.dates);
  posting.closes = maybe(dice, 30, palette.dates);
  if (dice.chance(20)) posting.status = dice.pick_below<PostingStatus>(2);
  if (palette.plain && dice.chance(90)) strip(posting);
  return posting;
}

}  // namespace talentmatch::testing
