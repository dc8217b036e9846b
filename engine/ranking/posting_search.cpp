#include "engine/ranking/posting_search.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace talentmatch {
namespace {

constexpr std::uint8_t kFamilyAffinity = 20;

}  // namespace

void fill_posting_keys(const Catalog& catalog, MajorId major, std::vector<KeyAffinity>& keys) {
  const PostingKeys key_of(catalog);
  keys.clear();
  bool any_added = false;
  const auto add_any = [&] {
    if (!std::exchange(any_added, true)) keys.push_back({key_of.any(), Catalog::kAnyMajorAffinity});
  };
  for (const RelatedEntry related : catalog.related(major)) {
    if (related.affinity <= kFamilyAffinity) break;
    if (related.affinity <= Catalog::kAnyMajorAffinity) add_any();
    keys.push_back({PostingKeys::of(related.entry), related.affinity});
  }
  add_any();
  keys.push_back({key_of.of_family(catalog.family_of(major)), kFamilyAffinity});
}

void PostingSearch::run(std::uint32_t segment) {
  segment_ = segment;
  columns_ = snapshot_.postings()[segment].segment.get();
  const PostingIndex* index = snapshot_.postings()[segment].segment->index();
  if (index != nullptr) return run_index(*index);
  scan_all();
}

void PostingSearch::run_index(const PostingIndex& index) {
  const std::int32_t asking = query_.holdings().empty() ? 0 : 100;
  if ((query_.kinds & kind_bit(PostingKind::order_class)) != 0 && query_.graduate.school != kNoSlot) {
    scan_list(index.order_classes(query_.graduate.school), {.certificate = {}});
  }
  const auto run_employer = [&](Slot employer) {
    run_keyed(index.by_employer(), employer,
              {.certificate = {}, .tie = query_.tie(employer), .asking = asking});
  };
  if (filter_.employers.given()) {
    for (const Slot employer : filter_.employers.slots()) run_employer(employer);
    return;
  }
  // The common source first: it fills the top k from the best cells, so that little of the lists is looked
  // at.
  Source rest{.takes_tied = false, .takes_all_asking = false, .certificate = {}, .asking = 0};
  walk(index.all(), rest);
  for (const Slot employer : query_.tied_employers()) run_employer(employer);
  rest.asking = 100;
  for (const auto& held : query_.holdings()) {
    rest.certificate = held.certificate;
    run_keyed(index.by_certificate(), index_of(held.certificate), rest);
  }
}

void PostingSearch::run_keyed(const KeyedPostings& keyed, std::uint32_t key, const Source& source) {
  if (const PostingGroups* groups = keyed.groups(key)) return walk(*groups, source);
  scan_digests(keyed.rows(key), keyed.digests(key), source);
}

void PostingSearch::scan_digests(std::span<const std::uint32_t> rows, std::span<const PostingDigest> digests,
                                 const Source& source) {
  const std::int32_t certificates = std::max(source.asking, 50);
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const auto affinity = best_affinity(digests[i]);
    if (affinity == 0 || query_.regions.nearness(digests[i].region) == Nearness::excluded) continue;
    const auto region = query_.regions.value(digests[i].region);
    const auto best = bound(affinity, certificates, 100, region, 100, source.tie);
    if (!top_.closed(best, {segment_, rows[i]})) visit(source, {.key = kNoKey}, rows[i]);
  }
}

std::int32_t PostingSearch::best_affinity(const PostingDigest& digest) const {
  if (digest.key < query_.affinities.size()) return query_.affinities[digest.key];
  return digest.key == keys_of_.any() ? Catalog::kAnyMajorAffinity : 100;
}

void PostingSearch::scan_list(std::span<const std::uint32_t> rows, const Source& source) {
  for (const auto row : rows) visit(source, {.key = kNoKey}, row);
}

void PostingSearch::scan_all() {
  for (std::uint32_t row = 0; row < columns_->size(); ++row) {
    const PostingRow& fixed = columns_->row(row);
    if (fixed.open && fixed.taken < fixed.headcount) visit({.certificate = {}}, {.key = kNoKey}, row);
  }
}

void PostingSearch::walk(const PostingGroups& groups, const Source& source) {
  const auto classes = query_.regions.classes();
  const std::int32_t certificates = std::max(source.asking, 50);
  std::array<std::size_t, 3> next{};
  std::array<std::int32_t, 3> bounds{};
  const auto refresh = [&](std::size_t c) {
    bounds[c] = next[c] == keys_.size() ? -1
                                        : bound(keys_[next[c]].affinity, certificates, 100,
                                                query_.regions.best(classes[c]), 100, source.tie);
  };
  for (std::size_t c = 0; c < classes.size(); ++c) refresh(c);
  while (true) {
    const auto best = static_cast<std::size_t>(
        std::max_element(bounds.begin(), bounds.begin() + static_cast<std::ptrdiff_t>(classes.size())) -
        bounds.begin());
    if (bounds[best] < 0 || bounds[best] < top_.threshold()) return;
    walk_key(groups, source, keys_[next[best]++], classes[best]);
    refresh(best);
  }
}

void PostingSearch::walk_key(const PostingGroups& groups, const Source& source, KeyAffinity key,
                             Nearness nearness) {
  const GroupedRows& grouped = groups.grouped();
  const auto range = grouped.groups_of(key.key);
  for (auto g = range.first; g < range.last; ++g) {
    const PostingGroupSummary& summary = groups.summary(g);
    const auto ranks = static_cast<std::uint8_t>(summary.ranks & query_.ranks);
    if (ranks == 0 || (summary.kinds & query_.kinds) == 0) continue;
    const auto pay = std::max(pay_value(summary.max_offer, query_.graduate.expected_pay),
                              summary.some_state_none ? 50 : 0);
    walk_group(grouped, grouped.group(g), source, key, nearness, summary.asks ? source.asking : 50,
               best_level(ranks), pay);
  }
}

void PostingSearch::walk_group(const GroupedRows& grouped, const RowGroup& group, const Source& source,
                               KeyAffinity key, Nearness nearness, std::int32_t certificates,
                               std::int32_t level, std::int32_t pay) {
  const auto scan = [&](std::span<const std::uint32_t> rows, std::int32_t region, bool far_only) {
    const auto best = bound(key.affinity, certificates, level, region, pay, source.tie);
    for (const auto row : rows) {
      if (top_.closed(best, {segment_, row})) return;
      if (far_only && query_.regions.nearness(columns_->row(row).region) != Nearness::far) continue;
      visit(source, key, row);
    }
  };
  if (!group.has_cells()) {
    if (nearness == query_.regions.classes().front()) {
      scan(grouped.rows(group), query_.regions.best(nearness), false);
    }
    return;
  }
  if (nearness == Nearness::far) return scan(grouped.rows(group), query_.regions.best(nearness), true);
  for (const RegionRange range : query_.regions.ranges(nearness)) {
    grouped.for_each_cell(group, range, [&](std::uint16_t area, std::span<const std::uint32_t> rows) {
      const RegionId region{area};
      if (query_.regions.nearness(region) == nearness) scan(rows, query_.regions.value(region), false);
    });
  }
}

std::int32_t PostingSearch::best_level(std::uint8_t ranks) const {
  std::int32_t best = 0;
  for (std::size_t rank = 0; rank < query_.level_values.size(); ++rank) {
    if ((ranks >> rank & 1U) != 0) best = std::max(best, query_.level_values[rank]);
  }
  return best;
}

void PostingSearch::visit(const Source& source, KeyAffinity key, std::uint32_t row) {
  ++visited_;
  const PostingRow& fixed = columns_->row(row);
  if (!query_.passes(fixed)) return;
  const auto tie = query_.tie(fixed.employer);
  if (tie != 0 && !source.takes_tied) return;
  const std::int32_t affinity =
      key.key == kNoKey ? posting_affinity(snapshot_.catalog(), query_.graduate.major, columns_->majors(row))
                        : key.affinity;
  const auto best =
      bound(affinity, fixed.asks_certificates ? source.asking : 50, query_.level_values[fixed.min_rank],
            query_.regions.value(fixed.region), pay_value(fixed.offer, query_.graduate.expected_pay), tie);
  if (affinity == 0 || top_.closed(best, {segment_, row})) return;
  const bool shared = fixed.several_majors || key.affinity == kFamilyAffinity;
  if (shared && key.key != kNoKey && !owned_by(key, row)) return;
  accept(source, row, affinity, tie);
}

// The exact score of a posting that may enter, and what is too dear to check for every one.
void PostingSearch::accept(const Source& source, std::uint32_t row, std::int32_t affinity, std::int32_t tie) {
  const PostingRow& fixed = columns_->row(row);
  const RowRef ref{segment_, row};
  if (fixed.asks_certificates && !takes(source, row)) return;
  const auto value = certificates(row);
  if (value < 0 || major_gate_fails(row)) return;
  if (fixed.kind == PostingKind::order_class && fixed.school != query_.graduate.school) return;
  if (!snapshot_.employers()[fixed.employer].active || snapshot_.postings()[segment_].is_dead(row)) return;
  if (!filter_.employers.passes(fixed.employer) || filter_.excluded.has(ref)) return;
  const Scores scores =
      query_.score(affinity, value, query_.level_values[fixed.min_rank], query_.regions.value(fixed.region),
                   pay_value(fixed.offer, query_.graduate.expected_pay), tie);
  const auto score = scores.of(query_.perspective);
  if (after_ != nullptr && !order_.after(score, ref, *after_)) return;
  top_.offer({score, ref, scores.employer_view, scores.graduate_view});
}

// Of several entries the first with the highest affinity owns the posting; entries of the common 20 points
// are found under their category group.
bool PostingSearch::owned_by(KeyAffinity key, std::uint32_t row) const {
  std::int32_t best = 0;
  EntryId owner{};
  for (const EntryId entry : columns_->majors(row)) {
    const std::int32_t affinity = query_.affinities[index_of(entry)];
    if (affinity > best) {
      best = affinity;
      owner = entry;
    }
  }
  return best <= kFamilyAffinity ? key.affinity == kFamilyAffinity : key.key == PostingKeys::of(owner);
}

bool PostingSearch::major_gate_fails(std::uint32_t row) const {
  const PostingRow& fixed = columns_->row(row);
  const auto majors = columns_->majors(row);
  if (majors.empty()) return false;
  const Catalog& catalog = snapshot_.catalog();
  const MajorId major = query_.graduate.major;
  if (fixed.majors_strict &&
      std::ranges::none_of(majors, [&](EntryId entry) { return catalog.names(entry, major); })) {
    return true;
  }
  return fixed.kind == PostingKind::internship && std::ranges::none_of(majors, [&](EntryId entry) {
           return catalog.family_of(entry) == catalog.family_of(major);
         });
}

bool PostingSearch::takes(const Source& source, std::uint32_t row) const {
  if (source.takes_all_asking) return true;
  for (const auto asked : {columns_->required(row), columns_->preferred(row)}) {
    for (const auto& item : asked) {
      if (query_.holds(item.certificate)) return item.certificate == source.certificate;
    }
  }
  return !source.certificate;
}

std::int32_t PostingSearch::certificates(std::uint32_t row) const {
  if (!columns_->row(row).asks_certificates) return 50;
  const auto level_held = [&](CertificateId certificate) -> std::int32_t {
    const auto at = std::ranges::find(query_.holdings(), certificate, &CertificateLevelPair::certificate);
    return at == query_.holdings().end() ? 0 : at->level;
  };
  std::int32_t sum = 0;
  for (const auto& item : columns_->required(row)) {
    if (level_held(item.certificate) < item.level) return -1;
    sum += 100;
  }
  for (const auto& item : columns_->preferred(row)) {
    const auto held = level_held(item.certificate);
    sum += held == 0 ? 0 : held >= item.level ? 100 : 50;
  }
  return sum / static_cast<std::int32_t>(columns_->required(row).size() + columns_->preferred(row).size());
}

}  // namespace talentmatch
