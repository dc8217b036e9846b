#include "engine/ranking/posting_query.hpp"

#include <algorithm>
#include <bit>
#include <limits>

namespace talentmatch {
namespace {

enum Relation : std::uint8_t { same_province = 1, same_cluster = 2, same_prefecture = 4, around = 8 };

// Ranges that may overlap become disjoint and ascending.
void merge(std::vector<RegionRange>& ranges) {
  std::ranges::sort(ranges, {}, &RegionRange::first);
  std::size_t kept = 0;
  for (const RegionRange range : ranges) {
    if (kept != 0 && range.first <= ranges[kept - 1].last) {
      ranges[kept - 1].last = std::max(ranges[kept - 1].last, range.last);
    } else {
      ranges[kept++] = range;
    }
  }
  ranges.resize(kept);
}

}  // namespace

std::uint16_t area_of(const Catalog& catalog, RegionId region) {
  if (region == kNoRegion) return index_of(kNoRegion);
  const auto prefecture = catalog.prefecture_of(region);
  return prefecture ? prefecture->first : catalog.province_of(region).first;
}

void PlaceTable::fill(const Catalog& catalog, RegionId posting) {
  relations_.assign(catalog.region_count(), 0);
  const auto mark = [this](RegionRange range, Relation relation) {
    for (std::uint32_t i = range.first; i <= range.last; ++i) {
      relations_[i] = static_cast<std::uint8_t>(relations_[i] | relation);
    }
  };
  const RegionRange province = catalog.province_of(posting);
  mark(province, same_province);
  for (auto clusters = catalog.clusters_of(posting); clusters != 0; clusters &= clusters - 1) {
    for (const RegionRange range :
         catalog.cluster_ranges(static_cast<std::size_t>(std::countr_zero(clusters)))) {
      mark(range, same_cluster);
    }
  }
  const auto prefecture = catalog.prefecture_of(posting);
  if (prefecture) mark(*prefecture, same_prefecture);
  // A region that contains the posting's is itself, its prefecture or its province.
  for (const std::uint16_t outer : {index_of(posting), prefecture.value_or(province).first, province.first}) {
    if (catalog.contains(RegionId{outer}, posting)) mark({outer, outer}, around);
  }
  fill_areas(catalog, posting);
}

void PlaceTable::fill_areas(const Catalog& catalog, RegionId posting) {
  for (auto& areas : areas_) areas.clear();
  const auto areas = [&](Nearness nearness) -> auto& { return areas_[static_cast<std::size_t>(nearness)]; };
  const auto prefecture = area_of(catalog, posting);
  const RegionRange province = catalog.province_of(posting);
  areas(Nearness::near) = {{prefecture, prefecture}};
  if (province.first != prefecture) areas(Nearness::near).push_back({province.first, province.first});
  for (auto clusters = catalog.clusters_of(posting); clusters != 0; clusters &= clusters - 1) {
    for (const auto range : catalog.cluster_ranges(static_cast<std::size_t>(std::countr_zero(clusters)))) {
      areas(Nearness::cluster).push_back({area_of(catalog, RegionId{range.first}), range.last});
    }
  }
  merge(areas(Nearness::cluster));
  areas(Nearness::nowhere) = {{index_of(kNoRegion), index_of(kNoRegion)}};
  areas(Nearness::province) = {province};
  areas(Nearness::anywhere) = {{0, index_of(kNoRegion)}};
  areas(Nearness::elsewhere) = {{0, static_cast<std::uint16_t>(catalog.region_count() - 1)}};
}

PlaceTable::Value PlaceTable::value(std::span<const RegionId> wishes, RegionId home) const {
  if (wishes.empty() && home == kNoRegion) return {50, Nearness::nowhere, kNoRegion};
  std::array<RegionId, 3> first{kNoRegion, kNoRegion,
                                kNoRegion};  // by same_province, same_cluster, same_prefecture
  const auto note = [&](RegionId place, unsigned relations) {
    for (std::size_t i = 0; i < first.size(); ++i) {
      if ((relations >> i & 1U) != 0 && first[i] == kNoRegion) first[i] = place;
    }
  };
  for (std::size_t i = 0; i < wishes.size(); ++i) {
    const std::uint8_t relations = relations_[index_of(wishes[i])];
    if ((relations & around) != 0) {
      return {std::max(70, 100 - 10 * static_cast<std::int32_t>(i)), Nearness::near, wishes[i]};
    }
    note(wishes[i], relations);
  }
  if (home != kNoRegion) note(home, relations_[index_of(home)] & (same_province | same_prefecture));
  if (first[2] != kNoRegion) return {65, Nearness::near, first[2]};
  if (first[1] != kNoRegion) return {60, Nearness::cluster, first[1]};
  if (first[0] != kNoRegion) return {45, Nearness::province, first[0]};
  return {15, Nearness::elsewhere, wishes.empty() ? home : wishes.front()};
}

std::int32_t PlaceTable::value(Nearness nearness, RegionId place, PlaceRole role) const {
  const bool main = is_main(role);
  if (nearness == Nearness::anywhere) return main ? 1 : 0;
  if (nearness == Nearness::nowhere) return 50;
  const std::uint8_t relations = relations_[index_of(place)];
  switch (nearness) {
    case Nearness::near:
      if (is_wish(role) && (relations & around) != 0) return value_inside(role);
      return (relations & same_prefecture) != 0 ? 65 : 0;
    case Nearness::cluster:
      return is_wish(role) && (relations & same_cluster) != 0 ? 60 : 0;
    case Nearness::province:
      return (relations & same_province) != 0 ? 45 : 0;
    default:
      return main ? 15 : 0;
  }
}

void PostingQuery::fill(const Snapshot& snapshot, const PostingFacts& facts, const RankOptions& options,
                        const GraduateFilter& filter) {
  posting = facts;
  weights = options.weights;
  perspective = options.perspective;
  points.fill(weights, perspective);
  as_of = options.as_of;
  any_major = facts.majors.empty();
  region_matters = perspective != Perspective::employer && weights.graduate[0] != 0;
  ranks = 0;
  for (std::uint8_t rank = 1; rank < 6; ++rank) {
    if (rank >= facts.min_rank && filter.ranks.passes(rank))
      ranks = static_cast<std::uint8_t>(ranks | 1U << rank);
    level_values[rank] = level_value(rank, facts.min_rank);
  }
  const auto year = year_of(options.as_of);
  first_year = facts.fresh == FreshGraduates::only ? year : std::numeric_limits<std::int32_t>::min();
  last_year = facts.fresh == FreshGraduates::excluded ? year - 1 : std::numeric_limits<std::int32_t>::max();
  places.fill(snapshot.catalog(), facts.region);
  fill_digest_tables();
  fill_majors(snapshot.catalog());
  fill_ties(snapshot);
  asked_.clear();
  for (const auto items : {facts.required, facts.preferred}) {
    for (const auto& item : items) {
      if (std::ranges::find(asked_, item.certificate) == asked_.end()) asked_.push_back(item.certificate);
    }
  }
}

void PostingQuery::fill_digest_tables() {
  level_points_.fill(-1);
  for (std::size_t traits = 0; traits < kGraduateTraits; ++traits) {
    const auto digest = static_cast<std::uint8_t>(traits);
    const auto rank = rank_of(digest);
    if ((kinds_of(digest) & kind_bit(posting.kind)) == 0 || (ranks >> rank & 1U) == 0) continue;
    level_points_[traits] = static_cast<std::int16_t>(points.level(level_values[rank]));
  }
  for (std::size_t expected = 0; expected < pay_points_.size(); ++expected) {
    const auto value = pay_bound(posting.offer, static_cast<std::uint8_t>(expected));
    pay_points_[expected] = static_cast<std::int16_t>(points.pay(value));
  }
  near_areas_ = 0;
  for (const RegionRange area : places.areas(Nearness::near)) near_areas_ |= area_bit(area.first);
  far_value_ = best_value(places.areas(Nearness::cluster).empty() ? Nearness::province : Nearness::cluster);
}

std::int32_t PostingQuery::best_level_points(std::uint8_t of_ranks) const {
  std::int32_t best = -1;
  for (std::size_t rank = 1; rank < level_values.size(); ++rank) {
    if ((ranks & of_ranks) >> rank & 1U) best = std::max(best, points.level(level_values[rank]));
  }
  return best;
}

void PostingQuery::fill_majors(const Catalog& catalog) {
  affinities_.assign(catalog.major_count(), 0);
  majors_.clear();
  for (const EntryId entry : posting.majors) {
    for (const auto related : catalog.related(entry)) {
      auto& affinity = affinities_[index_of(related.major)];
      if (affinity == 0) majors_.push_back({.major = related.major});
      affinity = std::max(affinity, related.affinity);
    }
  }
  std::erase_if(majors_, [&](MajorAffinity& m) {
    if (major_gate_fails(catalog, m.major)) affinities_[index_of(m.major)] = 0;
    m.affinity = affinities_[index_of(m.major)];
    return m.affinity == 0;
  });
  std::ranges::sort(majors_,
                    [](const MajorAffinity& a, const MajorAffinity& b) { return a.affinity > b.affinity; });
}

bool PostingQuery::major_gate_fails(const Catalog& catalog, MajorId major) const {
  const auto none = [&](auto&& accepts) { return std::ranges::none_of(posting.majors, accepts); };
  if (posting.majors_strict && none([&](EntryId entry) { return catalog.names(entry, major); })) return true;
  return posting.kind == PostingKind::internship &&
         none([&](EntryId entry) { return catalog.family_of(entry) == catalog.family_of(major); });
}

void PostingQuery::fill_ties(const Snapshot& snapshot) {
  for (const Slot school : tied_schools_) school_tied_[school] = 0;
  tied_schools_.clear();
  school_tied_.resize(std::max(school_tied_.size(), snapshot.schools().slots()));
  for (const TieRow& tie : snapshot.ties().of_employer(posting.employer)) {
    if (!tie.current(as_of) || school_tied_[tie.school] != 0) continue;
    school_tied_[tie.school] = 1;
    tied_schools_.push_back(tie.school);
  }
}

}  // namespace talentmatch
