#include <algorithm>

#include "engine/ranking/evaluation.hpp"

namespace talentmatch {
namespace {

bool closed(const PostingFacts& posting, Date as_of) {
  return !posting.open || posting.closes < as_of || posting.posted > as_of ||
         posting.headcount <= posting.taken;
}

bool fresh_fails(const PostingFacts& posting, std::int32_t year, Date as_of) {
  if (posting.fresh == FreshGraduates::excluded) return year >= year_of(as_of);
  return posting.fresh == FreshGraduates::only && year < year_of(as_of);
}

bool lacks_required(const GraduateFacts& graduate, const PostingFacts& posting, Date as_of) {
  return std::ranges::any_of(posting.required, [&](const CertificateLevelPair& item) {
    return held_level(graduate.certificates, item.certificate, as_of) < item.level;
  });
}

bool major_fails(const GraduateFacts& graduate, const PostingFacts& posting, const Catalog& catalog) {
  if (posting.majors.empty()) return false;
  if (posting_affinity(catalog, graduate.major, posting.majors) == 0) return true;
  const auto names = [&](EntryId entry) { return catalog.names(entry, graduate.major); };
  const auto shares_family = [&](EntryId entry) {
    return catalog.family_of(entry) == catalog.family_of(graduate.major);
  };
  if (posting.majors_strict && std::ranges::none_of(posting.majors, names)) return true;
  return posting.kind == PostingKind::internship && std::ranges::none_of(posting.majors, shares_family);
}

bool outside_wishes(const GraduateFacts& graduate, RegionId region, const Catalog& catalog) {
  return graduate.wishes_only && !graduate.wishes.empty() &&
         std::ranges::none_of(graduate.wishes, [&](RegionId wish) { return catalog.contains(wish, region); });
}

bool unavailable(const GraduateFacts& graduate) {
  return graduate.status != GraduateStatus::seeking || graduate.opt_out;
}

}  // namespace

GateSet own_gates(const GraduateFacts& graduate) {
  GateSet failed;
  if (unavailable(graduate)) failed.add(Gate::graduate_unavailable);
  return failed;
}

GateSet own_gates(const PostingFacts& posting, const PairContext& context) {
  GateSet failed;
  if (closed(posting, context.as_of)) failed.add(Gate::posting_closed);
  if (!context.employer_active) failed.add(Gate::employer_inactive);
  return failed;
}

GateSet failed_gates(const GraduateFacts& graduate, const PostingFacts& posting, const PairContext& context) {
  GateSet failed;
  const auto check = [&failed](Gate gate, bool fails) {
    if (fails) failed.add(gate);
  };
  check(Gate::posting_closed, closed(posting, context.as_of));
  check(Gate::employer_inactive, !context.employer_active);
  check(Gate::graduate_unavailable, unavailable(graduate));
  check(Gate::kind, (graduate.kinds & kind_bit(posting.kind)) == 0);
  check(Gate::level, rank_of(graduate.level) < posting.min_rank);
  check(Gate::fresh, fresh_fails(posting, graduate.year, context.as_of));
  check(Gate::certificate, lacks_required(graduate, posting, context.as_of));
  check(Gate::major, major_fails(graduate, posting, context.catalog));
  check(Gate::region, outside_wishes(graduate, posting.region, context.catalog));
  check(Gate::tie_only, posting.kind == PostingKind::order_class &&
                            (graduate.school == kNoSlot || graduate.school != posting.school));
  return failed;
}

}  // namespace talentmatch
