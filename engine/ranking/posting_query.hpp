#pragma once
// What a posting's request asks of any graduate, as tables made once per request.

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "engine/market/snapshot.hpp"
#include "engine/ranking/evaluation.hpp"
#include "engine/ranking/filter.hpp"

namespace talentmatch {

// How each region lies to the posting's; from it follows spec 2's region value of a graduate.
class PlaceTable {
 public:
  void fill(const Catalog& catalog, RegionId posting);
  std::int32_t value(std::span<const RegionId> wishes, RegionId home) const;

 private:
  std::vector<std::uint8_t> relations_;
};

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
  // 0 also when the MAJOR gate fails: it depends on the major alone.
  std::int32_t affinity(MajorId major) const {
    return any_major ? Catalog::kAnyMajorAffinity : affinities_[index_of(major)];
  }
  // Majors with affinity > 0, affinity descending; empty for a posting open to any.
  std::span<const MajorAffinity> majors() const { return majors_; }
  bool school_tied(Slot school) const { return school != kNoSlot && school_tied_[school] != 0; }
  std::span<const Slot> tied_schools() const { return tied_schools_; }
  // Asked certificates, required first, each id once; and how many items are asked in all.
  std::span<const CertificateId> asked() const { return asked_; }

  Scores score(std::int32_t affinity, std::int32_t certificates, std::int32_t level, std::int32_t region,
               std::int32_t pay, std::int32_t tie) const {
    const auto e = points(weights.employer[0], affinity) + points(weights.employer[1], certificates) +
                   points(weights.employer[2], level) + points(weights.employer[3], tie);
    const auto s = points(weights.graduate[0], region) + points(weights.graduate[1], affinity) +
                   points(weights.graduate[2], pay) + points(weights.graduate[3], tie);
    return {.employer_view = e,
            .graduate_view = s,
            .mutual = perspective == Perspective::mutual ? mutual_score(e, s) : 0};
  }

  PostingFacts posting;
  PlaceTable places;
  Weights weights;
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

  std::vector<std::uint8_t> affinities_;
  std::vector<MajorAffinity> majors_;
  std::vector<std::uint8_t> school_tied_;
  std::vector<Slot> tied_schools_;
  std::vector<CertificateId> asked_;
};

}  // namespace talentmatch
