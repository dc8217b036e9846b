#include <algorithm>

#include "tests/reference/majors.hpp"
#include "tests/reference/pair.hpp"
#include "tests/reference/regions.hpp"

namespace talentmatch::reference {
namespace {

bool closed(const World& world, const Posting& posting, Date day) {
  return posting.status == PostingStatus::closed || (posting.closes && *posting.closes < day) ||
         (posting.posted && day < *posting.posted) ||
         posting.headcount.value_or(1) - confirmed_placements(world, posting) <= 0;
}

bool unavailable(const Graduate& graduate) {
  return graduate.status.value_or(GraduateStatus::seeking) != GraduateStatus::seeking ||
         graduate.opt_out.value_or(false);
}

bool wrong_kind(const Graduate& graduate, const Posting& posting) {
  if (graduate.kinds.empty()) return kind_of(posting) != PostingKind::job;
  return std::ranges::find(graduate.kinds, kind_of(posting)) == graduate.kinds.end();
}

bool level_too_low(const Graduate& graduate, const Posting& posting) {
  return posting.min_level && rank_of(graduate.level) < rank_of(*posting.min_level);
}

bool wrong_year(const Graduate& graduate, const Posting& posting, Date day) {
  const int year = year_of(day);
  return (posting.fresh_graduates == FreshGraduates::excluded && graduate.year >= year) ||
         (posting.fresh_graduates == FreshGraduates::only && graduate.year < year);
}

bool certificate_missing(const Graduate& graduate, const Posting& posting, Date day) {
  return std::ranges::any_of(posting.required_certificates, [&](const AskedCertificate& asked) {
    return held_level(graduate, asked.certificate, day) < level_of(asked.level);
  });
}

bool major_refused(const Vocabulary& vocabulary, const Graduate& graduate, const Posting& posting) {
  if (posting.majors.empty()) return false;
  if (affinity(vocabulary, graduate.major, posting) == 0) return true;
  const bool named = std::ranges::any_of(
      posting.majors, [&](EntryId entry) { return names(vocabulary, entry, graduate.major); });
  const bool category = std::ranges::any_of(
      posting.majors, [&](EntryId entry) { return same_category(vocabulary, entry, graduate.major); });
  return (posting.majors_strict.value_or(false) && !named) ||
         (kind_of(posting) == PostingKind::internship && !category);
}

bool outside_wishes(const Vocabulary& vocabulary, const Graduate& graduate, const Posting& posting) {
  if (!graduate.wishes_only.value_or(false) || graduate.wishes.empty()) return false;
  return std::ranges::none_of(graduate.wishes, [&](RegionId wish) {
    return lies_in(vocabulary.code(posting.region), vocabulary.code(wish));
  });
}

bool foreign_order_class(const Graduate& graduate, const Posting& posting) {
  return kind_of(posting) == PostingKind::order_class &&
         (graduate.school.empty() || posting.school != graduate.school);
}

}  // namespace

std::vector<Gate> failed_gates(const World& world, const Graduate& graduate, const Posting& posting,
                               Date as_of) {
  std::vector<Gate> failed;
  const auto check = [&](bool fails, Gate gate) {
    if (fails) failed.push_back(gate);
  };
  check(closed(world, posting, as_of), Gate::posting_closed);
  check(suspended(world, posting.employer), Gate::employer_inactive);
  check(unavailable(graduate), Gate::graduate_unavailable);
  check(wrong_kind(graduate, posting), Gate::kind);
  check(level_too_low(graduate, posting), Gate::level);
  check(wrong_year(graduate, posting, as_of), Gate::fresh);
  check(certificate_missing(graduate, posting, as_of), Gate::certificate);
  check(major_refused(*world.vocabulary, graduate, posting), Gate::major);
  check(outside_wishes(*world.vocabulary, graduate, posting), Gate::region);
  check(foreign_order_class(graduate, posting), Gate::tie_only);
  return failed;
}

std::vector<Gate> own_gates(const Graduate& graduate) {
  if (unavailable(graduate)) return {Gate::graduate_unavailable};
  return {};
}

std::vector<Gate> own_gates(const World& world, const Posting& posting, Date as_of) {
  std::vector<Gate> failed;
  if (closed(world, posting, as_of)) failed.push_back(Gate::posting_closed);
  if (suspended(world, posting.employer)) failed.push_back(Gate::employer_inactive);
  return failed;
}

}  // namespace talentmatch::reference
