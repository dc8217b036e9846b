#include "engine/ranking/graduate_search.hpp"

#include <algorithm>

namespace talentmatch {
namespace {

// From this many graduates at tied schools on, looking at each of them costs more than the weaker bound of a
// walk that takes them along.
constexpr std::size_t kManyTied = 2000;

}  // namespace

void GraduateSearch::run(std::uint32_t segment) {
  segment_ = segment;
  columns_ = snapshot_.graduates()[segment].segment.get();
  const GraduateIndex* index = snapshot_.graduates()[segment].segment->index();
  if (index != nullptr) return run_index(*index);
  scan_all();
}

void GraduateSearch::run_index(const GraduateIndex& index) {
  if (query_.posting.kind == PostingKind::order_class) {
    if (query_.posting.school != kNoSlot)
      scan_list(index.of_school(query_.posting.school), {.certificate = {}});
    return;
  }
  if (filter_.schools_given()) {
    for (const Slot school : filter_.passing_schools())
      scan_list(index.of_school(school), {.certificate = {}});
    return;
  }
  run_sources(index);
}

// The common source first: it fills the top k from the best cells, so that little of the lists is looked at.
void GraduateSearch::run_sources(const GraduateIndex& index) {
  const bool ties_apart = tied_graduates(index) < kManyTied;
  Source rest{.takes_own_tied = false,
              .takes_school_tied = !ties_apart,
              .takes_all_holders = false,
              .certificate = {},
              .tie = ties_apart ? 0 : 50,
              .asked = 0};
  if (query_.posting.required.empty()) walk(index.all(), rest);
  run_certificates(index, rest);
  if (ties_apart) {
    for (const Slot school : query_.tied_schools()) scan_school(index, school);
  }
  if (query_.posting.employer != kNoSlot) {
    scan_list(index.with_own_tie(query_.posting.employer), {.certificate = {}});
  }
}

std::size_t GraduateSearch::tied_graduates(const GraduateIndex& index) const {
  std::size_t tied = 0;
  for (const Slot school : query_.tied_schools()) tied += index.of_school(school).size();
  return tied;
}

// Those who hold every required certificate hold the first one.
void GraduateSearch::run_certificates(const GraduateIndex& index, Source rest) {
  rest.asked = 100;
  if (!query_.posting.required.empty()) {
    rest.takes_all_holders = true;
    return run_keyed(index.by_certificate(), query_.posting.required.front().certificate, rest);
  }
  for (const CertificateId asked : query_.asked()) {
    rest.certificate = asked;
    run_keyed(index.by_certificate(), asked, rest);
  }
}

void GraduateSearch::scan_school(const GraduateIndex& index, Slot school) {
  const Source tied{.takes_own_tied = false, .certificate = {}, .tie = 50};
  const auto rows = index.of_school(school);
  const auto majors = index.majors_of_school(school);
  const auto certificates = certificate_bound(tied);
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const std::int32_t affinity = query_.affinity(majors[i]);
    if (affinity == 0) continue;
    const auto best = bound(affinity, certificates, 100, best_region(Nearness::near), 100, tied.tie);
    if (!top_.closed(best, {segment_, rows[i]})) visit(tied, rows[i], std::nullopt);
  }
}

void GraduateSearch::run_keyed(const KeyedGraduates& keyed, CertificateId certificate, const Source& source) {
  if (const GraduateGroups* groups = keyed.groups(index_of(certificate))) return walk(*groups, source);
  scan_list(keyed.rows(index_of(certificate)), source);
}

void GraduateSearch::scan_list(std::span<const std::uint32_t> rows, const Source& source) {
  for (const auto row : rows) visit(source, row, std::nullopt);
}

void GraduateSearch::scan_all() {
  for (std::uint32_t row = 0; row < columns_->size(); ++row) {
    const GraduateRow& fixed = columns_->row(row);
    if (fixed.status == GraduateStatus::seeking && !fixed.opt_out)
      visit({.certificate = {}}, row, std::nullopt);
  }
}

// Majors come in descending order of affinity, and near is better than the rest: two ordered lists, merged.
void GraduateSearch::walk(const GraduateGroups& groups, const Source& source) {
  const auto majors = query_.majors();
  const std::size_t keys = query_.any_major ? 1 : majors.size();
  const auto key_at = [&](std::size_t i) {
    if (!query_.any_major) return Key{index_of(majors[i].major), majors[i].affinity};
    return Key{static_cast<std::uint16_t>(snapshot_.catalog().major_count()), Catalog::kAnyMajorAffinity};
  };
  const auto bound_at = [&](std::size_t i, Nearness nearness) {
    if (i == keys) return -1;
    return bound(key_at(i).affinity, certificate_bound(source), 100, best_region(nearness), 100, source.tie);
  };
  std::size_t near = 0;
  std::size_t rest = 0;
  while (true) {
    const auto near_bound = bound_at(near, Nearness::near);
    const auto rest_bound = bound_at(rest, Nearness::rest);
    const auto best = std::max(near_bound, rest_bound);
    if (best < 0 || best < top_.threshold()) return;
    if (near_bound >= rest_bound) {
      walk_key(groups, source, key_at(near++), Nearness::near);
    } else {
      walk_key(groups, source, key_at(rest++), Nearness::rest);
    }
  }
}

void GraduateSearch::walk_key(const GraduateGroups& groups, const Source& source, Key key,
                              Nearness nearness) {
  const GroupedRows& grouped = groups.grouped();
  const auto range = grouped.groups_of(key.key);
  for (auto g = range.first; g < range.last; ++g) {
    const GraduateGroupSummary& summary = groups.summary(g);
    const auto ranks = static_cast<std::uint8_t>(summary.ranks & query_.ranks);
    if (ranks == 0 || (summary.kinds & kind_bit(query_.posting.kind)) == 0) continue;
    walk_group(grouped, grouped.group(g), source, nearness,
               bound(key.affinity, certificate_bound(source), best_level(ranks), best_region(nearness),
                     best_pay(summary), source.tie));
  }
}

void GraduateSearch::walk_group(const GroupedRows& grouped, const RowGroup& group, const Source& source,
                                Nearness nearness, std::int32_t best) {
  const auto scan = [&](std::span<const std::uint32_t> rows, auto&& each) {
    for (const auto row : rows) {
      if (top_.closed(best, {segment_, row})) return;
      each(row);
    }
  };
  if (!group.has_cells()) {  // all at once, when its turn first comes
    if (nearness == Nearness::near)
      scan(grouped.rows(group), [&](auto row) { visit(source, row, std::nullopt); });
    return;
  }
  if (nearness == Nearness::rest) {
    return scan(grouped.rows(group), [&](auto row) { visit(source, row, Nearness::rest); });
  }
  const Catalog& catalog = snapshot_.catalog();
  const auto prefecture = area_of(catalog, query_.posting.region);
  const auto province = catalog.province_of(query_.posting.region).first;
  grouped.for_each_cell(group, {prefecture, prefecture}, [&](auto, std::span<const std::uint32_t> rows) {
    scan(rows, [&](auto row) { visit(source, row, Nearness::near); });
  });
  if (province == prefecture) return;
  grouped.for_each_cell(group, {province, province}, [&](auto, std::span<const std::uint32_t> rows) {
    scan(rows, [&](auto row) {
      if (!has_place_in(row, prefecture)) visit(source, row, Nearness::near);
    });
  });
}

std::int32_t GraduateSearch::best_region(Nearness nearness) const {
  if (!query_.region_matters) return 0;
  return nearness == Nearness::near ? 100 : 60;
}

std::int32_t GraduateSearch::best_pay(const GraduateGroupSummary& summary) const {
  if (query_.posting.offer == 0) return 50;
  const auto stated =
      summary.least_expected == 0 ? 0 : pay_value(query_.posting.offer, summary.least_expected);
  return std::max(stated, summary.some_expect_none ? 50 : 0);
}

std::int32_t GraduateSearch::best_level(std::uint8_t ranks) const {
  std::int32_t best = 0;
  for (std::size_t rank = 1; rank < query_.level_values.size(); ++rank) {
    if ((ranks >> rank & 1U) != 0) best = std::max(best, query_.level_values[rank]);
  }
  return best;
}

std::int32_t GraduateSearch::certificate_bound(const Source& source) const {
  return query_.asked().empty() ? 50 : source.asked;
}

void GraduateSearch::visit(const Source& source, std::uint32_t row, std::optional<Nearness> wanted) {
  ++visited_;
  const GraduateRow& fixed = columns_->row(row);
  if (!query_.passes(fixed)) return;
  const std::int32_t affinity = query_.affinity(fixed.major);
  if (affinity == 0) return;
  const std::int32_t own = fixed.has_own_ties ? own_tie(row) : 0;
  if (own != 0 && !source.takes_own_tied) return;
  const bool school_tied = query_.school_tied(fixed.school);
  if (school_tied && !source.takes_school_tied) return;
  const std::int32_t tie = std::max(own, school_tied ? 50 : 0);
  const auto level = query_.level_values[static_cast<std::size_t>(rank_of(fixed.level))];
  const auto pay = pay_value(query_.posting.offer, fixed.expected_pay);
  const auto best = [&](std::int32_t region) {
    return bound(affinity, certificate_bound(source), level, region, pay, tie);
  };
  const RowRef ref{segment_, row};
  if (top_.closed(best(best_region(wanted.value_or(Nearness::near))), ref)) return;
  const auto region = query_.places.value(columns_->wishes(row), fixed.home);
  if (wanted && (region >= 65) != (*wanted == Nearness::near)) return;
  if (top_.closed(best(query_.region_matters ? region : 0), ref)) return;
  accept(source, row, affinity, tie, region);
}

// The exact score of a graduate who may enter, and what is too dear to check for every one.
void GraduateSearch::accept(const Source& source, std::uint32_t row, std::int32_t affinity, std::int32_t tie,
                            std::int32_t region) {
  const GraduateRow& fixed = columns_->row(row);
  const RowRef ref{segment_, row};
  if (!query_.asked().empty() && !takes(source, row)) return;
  const auto value = certificates(row);
  if (value < 0) return;
  if (fixed.wishes_only && !columns_->wishes(row).empty() && !wished(row)) return;
  if (query_.posting.kind == PostingKind::order_class && fixed.school != query_.posting.school) return;
  if (!filter_.passes(ref, fixed) || snapshot_.graduates()[segment_].is_dead(row)) return;
  const Scores scores = query_.score(
      affinity, value, query_.level_values[static_cast<std::size_t>(rank_of(fixed.level))],
      query_.region_matters ? region : 0, pay_value(query_.posting.offer, fixed.expected_pay), tie);
  const auto score = scores.of(query_.perspective);
  if (after_ != nullptr && !order_.after(score, ref, *after_)) return;
  top_.offer({score, ref, scores.employer_view, scores.graduate_view});
}

bool GraduateSearch::has_place_in(std::uint32_t row, std::uint16_t area) const {
  const Catalog& catalog = snapshot_.catalog();
  const RegionId home = columns_->row(row).home;
  return (home != kNoRegion && area_of(catalog, home) == area) ||
         std::ranges::any_of(columns_->wishes(row),
                             [&](RegionId wish) { return area_of(catalog, wish) == area; });
}

bool GraduateSearch::wished(std::uint32_t row) const {
  return std::ranges::any_of(columns_->wishes(row), [&](RegionId wish) {
    return snapshot_.catalog().contains(wish, query_.posting.region);
  });
}

std::int32_t GraduateSearch::own_tie(std::uint32_t row) const {
  std::int32_t best = 0;
  for (const OwnTie& tie : columns_->ties(row)) {
    if (tie.employer == query_.posting.employer) best = std::max<std::int32_t>(best, tie.value);
  }
  return best;
}

bool GraduateSearch::takes(const Source& source, std::uint32_t row) const {
  if (source.takes_all_holders) return true;
  for (const CertificateId asked : query_.asked()) {
    if (held_level(row, asked) != 0) return asked == source.certificate;
  }
  return !source.certificate;
}

std::int32_t GraduateSearch::held_level(std::uint32_t row, CertificateId certificate) const {
  return talentmatch::held_level(columns_->certificates(row), certificate, query_.as_of);
}

std::int32_t GraduateSearch::certificates(std::uint32_t row) const {
  const auto& required = query_.posting.required;
  const auto& preferred = query_.posting.preferred;
  if (query_.asked().empty()) return 50;
  std::int32_t sum = 0;
  for (const auto& item : required) {
    if (held_level(row, item.certificate) < item.level) return -1;
    sum += 100;
  }
  for (const auto& item : preferred) {
    const auto held = held_level(row, item.certificate);
    sum += held == 0 ? 0 : held >= item.level ? 100 : 50;
  }
  return sum / static_cast<std::int32_t>(required.size() + preferred.size());
}

}  // namespace talentmatch
