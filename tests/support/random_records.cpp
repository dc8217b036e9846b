#include "tests/support/random_records.hpp"

#include <algorithm>

namespace talentmatch::testing {
namespace {

template <class T>
std::optional<T> maybe(Dice& dice, int percent, const std::vector<T>& list) {
  if (!dice.chance(percent)) return std::nullopt;
  return dice.pick(list);
}

template <class E>
std::optional<E> maybe_word(Dice& dice, int percent) {
  if (!dice.chance(percent)) return std::nullopt;
  return dice.pick_below<E>(static_cast<int>(words<E>.size()));
}

std::optional<bool> maybe_flag(Dice& dice, int given, int set) {
  if (!dice.chance(given)) return std::nullopt;
  return dice.chance(set);
}

template <class T>
std::vector<T> without_duplicates(std::vector<T> list) {
  std::vector<T> kept;
  for (const T& entry : list) {
    if (std::ranges::find(kept, entry) == kept.end()) kept.push_back(entry);
  }
  return kept;
}

bool same(const HeldCertificate& a, const HeldCertificate& b) {
  return a.certificate == b.certificate && a.level == b.level;
}
bool same(const AskedCertificate& a, const AskedCertificate& b) {
  return a.certificate == b.certificate && a.level == b.level;
}

template <class T, class Make>
std::vector<T> certificates(Dice& dice, int most, Make make) {
  std::vector<T> list;
  for (int i = dice.between(0, most); i > 0; --i) {
    const T entry = make();
    const bool known = std::ranges::any_of(list, [&](const T& other) { return same(entry, other); });
    if (!known) list.push_back(entry);
  }
  return list;
}

std::vector<HeldCertificate> held_certificates(const Palette& palette, Dice& dice) {
  return certificates<HeldCertificate>(dice, 4, [&] {
    return HeldCertificate{dice.pick(palette.certificates), maybe_word<CertificateLevel>(dice, 70),
                           maybe(dice, 30, palette.dates)};
  });
}

std::vector<AskedCertificate> asked_certificates(const Palette& palette, Dice& dice, int most) {
  return certificates<AskedCertificate>(dice, most, [&] {
    return AskedCertificate{dice.pick(palette.certificates), maybe_word<CertificateLevel>(dice, 50)};
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

void strip(Graduate& graduate) {
  graduate.certificates.clear();
  graduate.status = {};
  graduate.opt_out = {};
  graduate.wishes_only = {};
}

}  // namespace

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
