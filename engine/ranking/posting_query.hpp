#pragma once
// What a posting's request asks of any graduate, as tables made once per request.

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "engine/market/snapshot.hpp"
#include "engine/ranking/evaluation.hpp"
#include "engine/ranking/filter.hpp"
#include "engine/ranking/graduate_digest.hpp"
#include "engine/ranking/point_tables.hpp"

namespace talentmatch {

// Which rule gives a graduate's region value for a posting: inside a wish or in the prefecture of a place
// (100…65); in one cluster with a wish (60); no place named (50); in the province of a place (45); none of
// these (15).
// If regions do not matter there is one class, anywhere.
enum class Nearness : std::uint8_t { near, cluster, nowhere, province, elsewhere, anywhere };
inline constexpr std::array kNearnesses{Nearness::near,     Nearness::cluster,   Nearness::nowhere,
                                        Nearness::province, Nearness::elsewhere, Nearness::anywhere};
constexpr std::int32_t best_value(Nearness nearness) {
  constexpr std::array values{100, 60, 50, 45, 15, 0};
  return values[static_cast<std::size_t>(nearness)];
}

// How each region lies to the posting's; from that follows spec 2's region value of a graduate, and where
// those of each nearness are to be found.
class PlaceTable {
 public:
  void fill(const Catalog& catalog, RegionId posting);
  struct Value {
    std::int32_t value = 0;
    Nearness nearness{};
    RegionId from = kNoRegion;  // the place that gives it; elsewhere: the first; nowhere: none
  };
  Value value(std::span<const RegionId> wishes, RegionId home) const;
  // What a place by itself gives under one rule, 0 = nothing. No place: only to be asked nowhere and
  // anywhere.
  std::int32_t value(Nearness nearness, RegionId place, PlaceRole role) const;
  // The areas (area_of) of all places that give something; disjoint.
  std::span<const RegionRange> areas(Nearness nearness) const {
    return areas_[static_cast<std::size_t>(nearness)];
  }

 private:
  void fill_areas(const Catalog& catalog, RegionId posting);

  std::vector<std::uint8_t> relations_;
  std::array<std::vector<RegionRange>, kNearnesses.size()> areas_;
};

// Where a graduate can be found by place: the prefecture of a region, or its province if it names only that;
// kNoRegion's is its own.
std::uint16_t area_of(const Catalog& catalog, RegionId region);

struct MajorAffinity {
  MajorId major{};
  std::uint8_t affinity = 0;
};

class PostingQuery {
 public:
  // Reuses its memory from one request to the next.
  void fill(const Snapshot& snapshot, const PostingFacts& posting, const RankOptions& options,
            const GraduateFilter& filter);

  // Gates and filters that need only the graduate's fixed part.
  bool passes(const GraduateRow& row) const {
    return (row.kinds & kind_bit(posting.kind)) != 0 && (ranks >> rank_of(row.level) & 1U) != 0 &&
           row.year >= first_year && row.year <= last_year;
  }
  // The same of a digest, as far as it knows: E's points for the level, -1 if a gate fails.
  std::int32_t level_points(std::uint8_t traits) const { return level_points_[traits]; }
  // At least S's points for the pay, by expected_digest.
  std::int32_t pay_points(std::uint8_t expected) const { return pay_points_[expected]; }
  // The most that any of these ranks (a bit each) gives, -1 if none passes.
  std::int32_t best_level_points(std::uint8_t of_ranks) const;
  // 0 also when the MAJOR gate fails: it depends on the major alone.
  std::int32_t affinity(MajorId major) const {
    return any_major ? Catalog::kAnyMajorAffinity : affinities_[index_of(major)];
  }
  // Majors with affinity > 0, affinity descending; empty for a posting open to any.
  std::span<const MajorAffinity> majors() const { return majors_; }
  // Those that apply, best first.
  std::span<const Nearness> nearnesses() const {
    return region_matters ? std::span{kNearnesses}.first(5) : std::span{kNearnesses}.last(1);
  }
  bool school_tied(Slot school) const { return school != kNoSlot && school_tied_[school] != 0; }
  // By school_digest: is it tied, or may it be?
  bool maybe_tied(std::uint16_t school) const {
    return school < school_tied_.size() ? school_tied_[school] != 0 : school == kSomeSchool;
  }
  // At least the region value of a graduate whose places lie in these areas (area_bit).
  std::int32_t region_bound(std::uint32_t areas) const {
    if (!region_matters) return 0;
    if ((areas & near_areas_) != 0) return 100;
    return areas == 0 ? best_value(Nearness::nowhere) : far_value_;
  }
  std::span<const Slot> tied_schools() const { return tied_schools_; }
  // Asked certificates, required first, each id once; and how many items are asked in all.
  std::span<const CertificateId> asked() const { return asked_; }

  Scores score(std::int32_t affinity, std::int32_t certificates, std::int32_t level, std::int32_t region,
               std::int32_t pay, std::int32_t tie) const {
    const auto e = points.e_major(affinity) + points.certificates(certificates) + points.level(level) +
                   points.e_tie(tie);
    const auto s = points.region(region) + points.s_major(affinity) + points.pay(pay) + points.s_tie(tie);
    return {.employer_view = e,
            .graduate_view = s,
            .mutual = perspective == Perspective::mutual ? mutual_score(e, s) : 0};
  }

  PostingFacts posting;
  PlaceTable places;
  Weights weights;
  PointTables points;
  Perspective perspective{};
  Date as_of;
  bool any_major = false;
  bool region_matters = false;
  std::uint8_t ranks = 0;  // bit per education rank that reaches min_level and passes the filter
  std::array<std::int32_t, 6> level_values{};  // by education rank
  std::int32_t first_year = 0;                 // of graduation, by the FRESH gate
  std::int32_t last_year = 0;

 private:
  void fill_majors(const Catalog& catalog);
  bool major_gate_fails(const Catalog& catalog, MajorId major) const;
  void fill_ties(const Snapshot& snapshot);
  void fill_digest_tables();

  std::array<std::int16_t, 256> level_points_{};
  std::array<std::int16_t, 256> pay_points_{};
  std::uint32_t near_areas_ = 0;  // area_bit of those where a place is near
  std::int32_t far_value_ = 0;    // the most that other places are worth
  std::vector<std::uint8_t> affinities_;
  std::vector<MajorAffinity> majors_;
  std::vector<std::uint8_t> school_tied_;
  std::vector<Slot> tied_schools_;
  std::vector<CertificateId> asked_;
};

}  // namespace talentmatch
