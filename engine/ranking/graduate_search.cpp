#include "engine/ranking/graduate_search.hpp"

#include <algorithm>
#include <array>

namespace talentmatch {

void GraduateSearch::run(std::uint32_t segment) {
  segment_ = segment;
  columns_ = snapshot_.graduates()[segment].segment.get();
  const GraduateIndex* index = snapshot_.graduates()[segment].segment->index();
  if (index != nullptr) return run_index(*index);
  scan_all();
}

void GraduateSearch::run_index(const GraduateIndex& index) {
  if (query_.posting.kind == PostingKind::order_class) {
    if (query_.posting.school != kNoSlot) scan_school(index, query_.posting.school, {.certificate = {}});
    return;
  }
  if (filter_.schools_given()) {
    for (const Slot school : filter_.passing_schools()) scan_school(index, school, {.certificate = {}});
    return;
  }
  run_sources(index);
}

// The common source first: it fills the top k from the best cells, so that little of the lists is looked at.
void GraduateSearch::run_sources(const GraduateIndex& index) {
  const bool ties_apart = index.searches_apart(tied_graduates(index));
  const Source rest{.takes_own_tied = false,
                    .takes_school_tied = !ties_apart,
                    .takes_all_holders = false,
                    .certificate = {},
                    .tie = ties_apart ? 0 : 50,
                    .asked = 0};
  if (query_.posting.required.empty()) {
    if (query_.region_matters || !query_.any_major) {
      walk(index, rest);
    } else {
      scan_in_order(rest);
    }
  }
  run_certificates(index, rest);
  if (ties_apart) {
    const Source tied{.takes_own_tied = false, .certificate = {}, .tie = 50};
    for (const Slot school : query_.tied_schools()) scan_school(index, school, tied);
  }
  if (query_.posting.employer != kNoSlot) {
    scan_rows(index.with_own_tie(query_.posting.employer), {.certificate = {}});
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
    return run_list(index.by_certificate(), query_.posting.required.front().certificate, rest);
  }
  for (const CertificateId asked : query_.asked()) {
    rest.certificate = asked;
    run_list(index.by_certificate(), asked, rest);
  }
}

void GraduateSearch::scan_school(const GraduateIndex& index, Slot school, const Source& source) {
  const auto rows = index.of_school(school);
  const auto digests = index.digests_of_school(school);
  const PointTables& points = query_.points;
  const Base common = base(0, source.tie, source);
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const SchoolDigest& digest = digests[i];
    const auto affinity = query_.affinity(digest.major);
    const auto level = query_.level_points(digest.traits);
    if (affinity == 0 || level < 0) continue;
    const auto region = query_.region_bound(digest.areas);
    if (points.reach(top_.least({segment_, rows[i]}), common.e + points.e_major(affinity) + level,
                     common.s + points.s_major(affinity) + points.region(region) +
                         query_.pay_points(digest.expected))) {
      put_off({rows[i], kNoRegion, region});
      if (pending_.size() >= kPending) visit_pending(source, {});
    }
  }
  visit_pending(source, {});
}

void GraduateSearch::run_list(const GraduateList& list, CertificateId certificate, const Source& source) {
  const auto majors = query_.majors();
  const std::int32_t affinity = query_.any_major ? Catalog::kAnyMajorAffinity
                                : majors.empty() ? 0
                                                 : majors.front().affinity;
  if (affinity == 0) return;
  for (const auto nearness : query_.nearnesses()) {
    scan(list, index_of(certificate), affinity, nearness, source);
  }
}

void GraduateSearch::scan_rows(std::span<const std::uint32_t> rows, const Source& source) {
  for (const auto row : rows) visit(source, row);
}

// Where neither major nor region tells graduates apart, whole classes of them are equal: the first ones win.
void GraduateSearch::scan_in_order(const Source& source) {
  const auto best = bound(Catalog::kAnyMajorAffinity, certificate_bound(source), 100, 0, 100, source.tie);
  for (std::uint32_t row = 0; row < columns_->size() && !top_.closed(best, {segment_, row}); ++row) {
    const GraduateRow& fixed = columns_->row(row);
    if (fixed.status == GraduateStatus::seeking && !fixed.opt_out) visit(source, row);
  }
}

void GraduateSearch::scan_all() {
  for (std::uint32_t row = 0; row < columns_->size(); ++row) {
    const GraduateRow& fixed = columns_->row(row);
    if (fixed.status == GraduateStatus::seeking && !fixed.opt_out) visit({.certificate = {}}, row);
  }
}

// Majors come in descending order of affinity: for each nearness the next one, best bound first.
void GraduateSearch::walk(const GraduateIndex& index, const Source& source) {
  const auto majors = query_.majors();
  const GraduateList& list = query_.any_major ? index.all() : index.by_major();
  const auto nearnesses = query_.nearnesses();
  const std::size_t keys = query_.any_major ? 1 : majors.size();
  const auto key_at = [&](std::size_t i) {
    return query_.any_major ? Key{0, Catalog::kAnyMajorAffinity}
                            : Key{index_of(majors[i].major), majors[i].affinity};
  };
  std::array<std::size_t, kNearnesses.size()> next{};
  std::array<std::int32_t, kNearnesses.size()> bounds{};
  const auto refresh = [&](std::size_t n) {
    while (next[n] < keys && list.run(key_at(next[n]).key).empty()) ++next[n];
    bounds[n] = next[n] == keys ? -1
                                : bound(key_at(next[n]).affinity, certificate_bound(source), 100,
                                        best_value(nearnesses[n]), 100, source.tie);
  };
  bounds.fill(-1);
  for (std::size_t n = 0; n < nearnesses.size(); ++n) refresh(n);
  while (true) {
    const auto best = static_cast<std::size_t>(std::ranges::max_element(bounds) - bounds.begin());
    if (bounds[best] < 0 || bounds[best] < top_.threshold()) return;
    const Key key = key_at(next[best]++);
    scan(list, key.key, key.affinity, nearnesses[best], source);
    refresh(best);
  }
}

void GraduateSearch::scan(const GraduateList& list, std::uint32_t key, std::int32_t affinity,
                          Nearness nearness, const Source& source) {
  for (const RegionRange areas : query_.places.areas(nearness)) {
    scan_run(list, list.within(key, areas), affinity, nearness, source);
  }
}

void GraduateSearch::scan_run(const GraduateList& list, GraduateList::Run run, std::int32_t affinity,
                              Nearness nearness, const Source& source) {
  const Base run_base = base(affinity, source.tie, source);
  const auto is_closed = [&](const GraduateBlock& block) { return closed(block, run_base, nearness); };
  list.for_each_open(run, is_closed, [&](std::span<const GraduateDigest> digests) {
    for (const GraduateDigest& digest : digests) {
      const auto region = query_.places.value(nearness, digest.place, digest.role());
      if (region == 0) continue;
      const std::int32_t own = query_.affinity(digest.major);
      const bool tied = query_.maybe_tied(digest.school);
      if (own == 0 || (tied && !source.takes_school_tied && digest.school != kSomeSchool)) continue;
      if (!closed(digest, base(own, tied ? source.tie : 0, source), region))
        put_off({digest.row, digest.place, region});
    }
    if (pending_.size() >= kPending) visit_pending(source, nearness);
  });
  visit_pending(source, nearness);
}

GraduateSearch::Base GraduateSearch::base(std::int32_t affinity, std::int32_t tie,
                                          const Source& source) const {
  const PointTables& points = query_.points;
  return {.e = points.e_major(affinity) + points.e_tie(tie) + points.certificates(certificate_bound(source)),
          .s = points.s_major(affinity) + points.s_tie(tie)};
}

bool GraduateSearch::closed(const GraduateBlock& block, const Base& base, Nearness nearness) const {
  const auto level = query_.best_level_points(block.ranks);
  if (level < 0) return true;
  const auto stated = block.least_expected == 0 ? 0 : pay_bound(query_.posting.offer, block.least_expected);
  const auto pay = std::max(stated, block.some_expect_none ? 50 : 0);
  const auto region = nearness == Nearness::near ? value_inside(block.best_role) : best_value(nearness);
  return !query_.points.reach(top_.least({segment_, block.first_row}), base.e + level,
                              base.s + query_.points.region(region) + query_.points.pay(pay));
}

bool GraduateSearch::closed(const GraduateDigest& digest, const Base& base, std::int32_t region) const {
  const auto level = query_.level_points(digest.traits);
  if (level < 0) return true;
  return !query_.points.reach(top_.least({segment_, digest.row}), base.e + level,
                              base.s + query_.points.region(region) + query_.pay_points(digest.expected));
}

std::int32_t GraduateSearch::certificate_bound(const Source& source) const {
  return query_.asked().empty() ? 50 : source.asked;
}

void GraduateSearch::visit(const Source& source, std::uint32_t row) {
  ++visited_;
  if (top_.closed(row_bound(source, row, best_value(Nearness::near)), {segment_, row})) return;
  const auto region = query_.places.value(columns_->wishes(row), columns_->row(row).home).value;
  if (!top_.closed(row_bound(source, row, region), {segment_, row})) accept(source, row, region);
}

void GraduateSearch::put_off(const PendingGraduate& pending) {
  __builtin_prefetch(&columns_->row(pending.row));
  columns_->prefetch_wishes(pending.row);
  if (!query_.asked().empty()) columns_->prefetch_certificates(pending.row);
  pending_.push_back(pending);
}

// In two passes, so that what the second needs is fetched during the first.
void GraduateSearch::visit_pending(const Source& source, std::optional<Nearness> nearness) {
  auto kept = pending_.begin();
  for (const PendingGraduate& pending : pending_) {
    ++visited_;
    if (top_.closed(row_bound(source, pending.row, pending.region), {segment_, pending.row})) continue;
    __builtin_prefetch(columns_->wishes(pending.row).data());
    if (!query_.asked().empty()) __builtin_prefetch(columns_->certificates(pending.row).data());
    *kept++ = pending;
  }
  pending_.erase(kept, pending_.end());
  for (const auto& [row, place, region] : pending_) {
    if (nearness == Nearness::anywhere) {
      accept(source, row, 0);
      continue;
    }
    const auto found = query_.places.value(columns_->wishes(row), columns_->row(row).home);
    const bool counts = nearness ? found.nearness == *nearness && found.from == place
                                 : !top_.closed(row_bound(source, row, found.value), {segment_, row});
    if (counts) accept(source, row, found.value);
  }
  pending_.clear();
}

std::int32_t GraduateSearch::row_bound(const Source& source, std::uint32_t row, std::int32_t region) const {
  const GraduateRow& fixed = columns_->row(row);
  const std::int32_t affinity = query_.affinity(fixed.major);
  if (!query_.passes(fixed) || affinity == 0) return -1;
  if (!source.takes_school_tied && query_.school_tied(fixed.school)) return -1;
  if (!source.takes_own_tied && own_tie(row) != 0) return -1;
  return bound(affinity, certificate_bound(source),
               query_.level_values[static_cast<std::size_t>(rank_of(fixed.level))], region,
               pay_value(query_.posting.offer, fixed.expected_pay), tie(row));
}

// The exact score of a graduate who may enter, and what is too dear to check for every one.
void GraduateSearch::accept(const Source& source, std::uint32_t row, std::int32_t region) {
  const GraduateRow& fixed = columns_->row(row);
  const RowRef ref{segment_, row};
  if (!query_.asked().empty() && !takes(source, row)) return;
  const auto value = certificates(row);
  if (value < 0) return;
  if (fixed.wishes_only && !columns_->wishes(row).empty() && !wished(row)) return;
  if (query_.posting.kind == PostingKind::order_class && fixed.school != query_.posting.school) return;
  if (!filter_.passes(ref, fixed) || snapshot_.graduates()[segment_].is_dead(row)) return;
  const Scores scores = query_.score(query_.affinity(fixed.major), value,
                                     query_.level_values[static_cast<std::size_t>(rank_of(fixed.level))],
                                     region, pay_value(query_.posting.offer, fixed.expected_pay), tie(row));
  const auto score = scores.of(query_.perspective);
  if (after_ != nullptr && !order_.after(score, ref, *after_)) return;
  top_.offer({score, ref, scores.employer_view, scores.graduate_view});
}

bool GraduateSearch::wished(std::uint32_t row) const {
  return std::ranges::any_of(columns_->wishes(row), [&](RegionId wish) {
    return snapshot_.catalog().contains(wish, query_.posting.region);
  });
}

std::int32_t GraduateSearch::tie(std::uint32_t row) const {
  return std::max(own_tie(row), query_.school_tied(columns_->row(row).school) ? 50 : 0);
}

std::int32_t GraduateSearch::own_tie(std::uint32_t row) const {
  if (!columns_->row(row).has_own_ties) return 0;
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
