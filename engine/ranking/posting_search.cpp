#include "engine/ranking/posting_search.hpp"

#include <algorithm>
#include <array>

namespace talentmatch {

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
    scan_rows(index.order_classes(query_.graduate.school), {.certificate = {}});
  }
  const auto run_employer = [&](Slot employer) {
    run_list(index.by_employer(), employer,
             {.certificate = {}, .tie = query_.tie(employer), .asking = asking});
  };
  if (filter_.employers.given()) {
    for (const Slot employer : filter_.employers.slots()) run_employer(employer);
    return visit_pending({.certificate = {}, .asking = asking}, false);
  }
  // The common source first: it fills the top k from the best runs, so that little of the lists is looked at.
  Source rest{.takes_tied = false, .takes_all_asking = false, .certificate = {}, .asking = 0};
  walk(index.by_key(), rest);
  visit_pending(rest, true);
  forget_seen();
  for (const Slot employer : query_.tied_employers()) run_employer(employer);
  visit_pending({.certificate = {}, .asking = asking}, false);
  rest.asking = 100;
  for (const auto& held : query_.holdings()) {
    rest.certificate = held.certificate;
    run_list(index.by_certificate(), index_of(held.certificate), rest);
    visit_pending(rest, false);
  }
}

// By (entry, region value): for each region value the next entry, best bound first.
void PostingSearch::walk(const PostingList& list, const Source& source) {
  const auto classes = query_.regions.classes();
  const std::int32_t certificates = std::max(source.asking, 50);
  std::array<std::size_t, RegionValues::kMaxClasses> next{};
  std::array<std::int32_t, RegionValues::kMaxClasses> bounds{};
  const std::span<const KeyAffinity> keys = affinities_.keys;
  const auto refresh = [&](std::size_t c) {
    while (next[c] < keys.size() && list.run(keys[next[c]].key).empty()) ++next[c];
    bounds[c] = next[c] == keys.size()
                    ? -1
                    : bound(keys[next[c]].affinity, certificates, 100, classes[c].value, 100, source.tie);
  };
  for (std::size_t c = 0; c < classes.size(); ++c) refresh(c);
  while (true) {
    const auto best = static_cast<std::size_t>(
        std::max_element(bounds.begin(), bounds.begin() + static_cast<std::ptrdiff_t>(classes.size())) -
        bounds.begin());
    if (bounds[best] < 0 || bounds[best] < top_.threshold()) return;
    const KeyAffinity key = keys[next[best]++];
    for (const RegionRange range : classes[best].ranges) {
      scan(list, list.within(key.key, range), key, classes[best].value, source);
    }
    refresh(best);
  }
}

// Pairs of affinity and region value that cannot enter are told apart by two look-ups.
void PostingSearch::fill_needs(const Source& source) {
  const NeedsOf now{top_.threshold(), source.tie, source.asking};
  if (needs_of_ == now) return;
  needs_of_ = now;
  const PointTables& points = query_.points;
  const auto classes = query_.regions.classes();
  const auto pay = points.pay(query_.graduate.expected_pay == 0 ? 50 : 100);
  for (const bool asks : {false, true}) {
    auto& needs = needs_[asks ? 1 : 0];
    needs.fill(101);
    for (const std::uint8_t affinity : affinities_.levels) {
      const Base run = base(affinity, source);
      const auto e = run.e + points.level(100) + (asks ? run.asking : points.certificates(50));
      auto least = classes.size();
      while (least > 0 &&
             !points.reach(now.threshold, e, run.s + pay + points.region(classes[least - 1].value))) {
        --least;
      }
      if (least == 0) break;
      std::fill(needs.begin() + 1, needs.begin() + affinity + 1,
                static_cast<std::uint8_t>(classes[least - 1].value));
    }
  }
}

// The areas of each region value, while the best of them may enter.
void PostingSearch::run_list(const PostingList& list, std::uint32_t key, const Source& source) {
  const auto run = list.run(key);
  if (run.empty()) return;
  fill_needs(source);
  if (run.size() <= 512) {
    for (const PostingDigest& digest : list.digests(run)) {
      const std::int32_t region = query_.regions.value(RegionId{digest.area});
      const auto affinity = affinities_.of[digest.key];
      if (region < needs_[asks_certificates(digest.traits)][affinity] || region == RegionValues::kExcluded)
        continue;
      if (closed(digest, base(affinity, source), region)) continue;
      put_off(digest, affinity);
    }
    if (pending_.size() >= kPending) visit_pending(source, false);
    return;
  }
  const std::int32_t certificates = std::max(source.asking, 50);
  for (const RegionClass& places : query_.regions.classes()) {
    if (bound(100, certificates, 100, places.value, 100, source.tie) < top_.threshold()) return;
    for (const RegionRange range : places.ranges) {
      scan(list, list.within(key, range), {.key = kNoKey, .affinity = 100}, places.value, source);
    }
  }
}

PostingSearch::Base PostingSearch::base(std::int32_t affinity, const Source& source) const {
  const PointTables& points = query_.points;
  return {.e = points.e_major(affinity) + points.e_tie(source.tie),
          .s = points.s_major(affinity) + points.s_tie(source.tie),
          .asking = points.certificates(source.asking)};
}

bool PostingSearch::closed(const PostingBlock& block, const Base& base, std::int32_t region) const {
  const PointTables& points = query_.points;
  const auto level = query_.best_level_points(block.ranks);
  if (level < 0) return true;
  const auto certificates =
      std::max(block.some_ask ? base.asking : 0, block.some_ask_none ? points.certificates(50) : 0);
  const auto pay = std::max(query_.pay_points(block.max_offer), block.some_state_none ? points.pay(50) : 0);
  return !points.reach(top_.least({segment_, block.first_row}), base.e + level + certificates,
                       base.s + points.region(region) + pay);
}

bool PostingSearch::closed(const PostingDigest& digest, const Base& base, std::int32_t region) const {
  const PointTables& points = query_.points;
  const auto level = query_.level_points(digest.traits);
  if (level < 0) return true;
  const auto certificates = asks_certificates(digest.traits) ? base.asking : points.certificates(50);
  return !points.reach(top_.least({segment_, digest.row}), base.e + level + certificates,
                       base.s + points.region(region) + query_.pay_points(digest.offer));
}

// Rows are fetched while the rest of their block is looked at.
void PostingSearch::scan(const PostingList& list, PostingList::Run run, KeyAffinity key, std::int32_t region,
                         const Source& source) {
  const Base run_base = base(key.affinity, source);
  const auto is_closed = [&](const PostingBlock& block) { return closed(block, run_base, region); };
  list.for_each_open(run, is_closed, [&](std::span<const PostingDigest> digests) {
    for (const PostingDigest& digest : digests) {
      if (query_.regions.value(RegionId{digest.area}) != region) continue;
      const auto affinity = key.key == kNoKey ? affinities_.of[digest.key] : key.affinity;
      if (key.key == kNoKey && region < needs_[asks_certificates(digest.traits)][affinity]) continue;
      if (closed(digest, affinity == key.affinity ? run_base : base(affinity, source), region)) {
        continue;
      }
      if (key.affinity == kFamilyAffinity && !affinities_.is_several(digest.key) &&
          affinities_.of[digest.key] > kFamilyAffinity)
        continue;
      put_off(digest, affinity);
    }
    if (pending_.size() >= kPending) visit_pending(source, key.key != kNoKey);
  });
}

void PostingSearch::scan_rows(std::span<const std::uint32_t> rows, const Source& source) {
  for (const auto row : rows) visit(source, row);
}

void PostingSearch::scan_all() {
  for (std::uint32_t row = 0; row < columns_->size(); ++row) {
    const PostingRow& fixed = columns_->row(row);
    if (fixed.open && fixed.taken < fixed.headcount) visit({.certificate = {}}, row);
  }
}

std::uint8_t PostingSearch::affinity(std::uint32_t row) const {
  const auto found = posting_affinity(snapshot_.catalog(), query_.graduate.major, columns_->majors(row));
  return static_cast<std::uint8_t>(found);
}

void PostingSearch::put_off(const PostingDigest& digest, std::uint8_t affinity) {
  const bool several = affinities_.is_several(digest.key);
  __builtin_prefetch(&columns_->row(digest.row));
  if (several) columns_->prefetch_majors(digest.row);
  pending_.push_back({digest.row, affinity, several});
}

// In two passes, so that what the second needs is fetched during the first.
void PostingSearch::visit_pending(const Source& source, bool by_key) {
  auto kept = pending_.begin();
  for (const PendingPosting& pending : pending_) {
    ++visited_;
    if (top_.closed(row_bound(source, pending), {segment_, pending.row})) continue;
    if (pending.several && by_key && seen_before(pending.row)) continue;
    __builtin_prefetch(&snapshot_.employers()[columns_->row(pending.row).employer].active);
    if (pending.several && !by_key) __builtin_prefetch(columns_->majors(pending.row).data());
    *kept++ = pending;
  }
  pending_.erase(kept, pending_.end());
  for (const PendingPosting& pending : pending_) {
    const std::int32_t affinity = pending.several && !by_key ? this->affinity(pending.row) : pending.affinity;
    if (affinity != 0) accept(source, pending.row, affinity);
  }
  pending_.clear();
}

std::int32_t PostingSearch::row_bound(const Source& source, const PendingPosting& pending) const {
  const PostingRow& fixed = columns_->row(pending.row);
  if (!query_.passes(fixed)) return -1;
  const auto tie = query_.tie(fixed.employer);
  if (tie != 0 && !source.takes_tied) return -1;
  return bound(pending.affinity, fixed.asks_certificates ? source.asking : 50,
               query_.level_values[fixed.min_rank], query_.regions.value(fixed.region),
               pay_value(fixed.offer, query_.graduate.expected_pay), tie);
}

// A posting of several entries is first met under the one with the highest affinity, where its bound was
// highest: those met again, or for the first time after the first was closed, add nothing.
bool PostingSearch::seen_before(std::uint32_t row) {
  auto& seen = space_.seen;
  if (seen.size() * 64 < columns_->size()) seen.resize((columns_->size() + 63) / 64);
  const auto bit = std::uint64_t{1} << row % 64;
  if ((seen[row / 64] & bit) != 0) return true;
  seen[row / 64] |= bit;
  space_.seen_rows.push_back(row);
  return false;
}

void PostingSearch::forget_seen() {
  for (const auto row : space_.seen_rows) space_.seen[row / 64] = 0;
  space_.seen_rows.clear();
}

void PostingSearch::visit(const Source& source, std::uint32_t row) {
  ++visited_;
  if (!query_.passes(columns_->row(row))) return;
  const auto found = affinity(row);
  if (found == 0) return;
  if (!top_.closed(row_bound(source, {row, found}), {segment_, row})) accept(source, row, found);
}

// The exact score of a posting that may enter, and what is too dear to check for every one.
void PostingSearch::accept(const Source& source, std::uint32_t row, std::int32_t affinity) {
  const PostingRow& fixed = columns_->row(row);
  const RowRef ref{segment_, row};
  if (fixed.asks_certificates && !takes(source, row)) return;
  const auto value = !fixed.asks_certificates
                         ? 50
                         : query_.certificate_value(columns_->required(row), columns_->preferred(row));
  if (value < 0) return;
  const bool judges_major = fixed.majors_strict || fixed.kind == PostingKind::internship;
  if (judges_major && fails_major_gate(snapshot_.catalog(), query_.graduate.major, fixed.majors_strict,
                                       fixed.kind, columns_->majors(row))) {
    return;
  }
  if (fixed.kind == PostingKind::order_class && fixed.school != query_.graduate.school) return;
  if (!snapshot_.employers()[fixed.employer].active || snapshot_.postings()[segment_].is_dead(row)) return;
  if (!filter_.employers.passes(fixed.employer) || filter_.excluded.has(ref)) return;
  const Scores scores =
      query_.score(affinity, value, query_.level_values[fixed.min_rank], query_.regions.value(fixed.region),
                   pay_value(fixed.offer, query_.graduate.expected_pay), query_.tie(fixed.employer));
  const auto score = scores.of(query_.perspective);
  if (after_ != nullptr && !order_.after(score, ref, *after_)) return;
  top_.offer({score, ref, scores.employer_view, scores.graduate_view});
}

bool PostingSearch::takes(const Source& source, std::uint32_t row) const {
  return source.takes_all_asking ||
         query_.first_held(columns_->required(row), columns_->preferred(row)) == source.certificate;
}

}  // namespace talentmatch
