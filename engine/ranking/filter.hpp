#pragma once
// A request's filters, compiled against one snapshot: ids become slots and rows, levels a set of ranks. Gates
// are not here (evaluation.hpp).

#include <algorithm>
#include <optional>
#include <vector>

#include "engine/market/snapshot.hpp"
#include "engine/ranking/options.hpp"

namespace talentmatch {

// Unset = everything passes.
class RegionFilter {
 public:
  RegionFilter(const Catalog& catalog, std::span<const RegionId> regions);
  bool passes(RegionId region) const {
    return ranges_.empty() ||
           std::ranges::any_of(ranges_, [region](RegionRange r) { return r.contains(region); });
  }
  bool empty() const { return ranges_.empty(); }
  std::span<const RegionRange> ranges() const { return ranges_; }

 private:
  std::vector<RegionRange> ranges_;
};

class SlotFilter {
 public:
  template <class Table>
  SlotFilter(const Table& table, std::span<const std::string> ids) : given_(!ids.empty()) {
    for (const auto& id : ids) {
      if (const auto slot = table.find(id)) slots_.push_back(*slot);
    }
    std::ranges::sort(slots_);
    const auto repeated = std::ranges::unique(slots_);
    slots_.erase(repeated.begin(), repeated.end());
  }
  bool passes(Slot slot) const { return !given_ || std::ranges::binary_search(slots_, slot); }
  bool given() const { return given_; }
  std::span<const Slot> slots() const { return slots_; }

 private:
  bool given_;
  std::vector<Slot> slots_;
};

// Bit per education rank 1…5. The two bachelors share theirs.
class RankSet {
 public:
  explicit RankSet(std::span<const Level> levels);
  bool passes(int rank) const { return (bits_ >> rank & 1U) != 0; }

 private:
  std::uint8_t bits_ = 0;
};

// The rows of the excluded ids.
class RowExclusion {
 public:
  void add(std::optional<RowRef> ref);
  void seal();
  bool has(RowRef ref) const;

 private:
  std::vector<std::uint64_t> rows_;
};

class PostingFilter {
 public:
  PostingFilter(const Snapshot& snapshot, const RankOptions& options);
  bool passes(RowRef ref, const PostingRow& row) const {
    return kinds & kind_bit(row.kind) && (row.min_rank == 0 || ranks.passes(row.min_rank)) &&
           regions.passes(row.region) && employers.passes(row.employer) && !excluded.has(ref);
  }

  KindSet kinds;
  RankSet ranks;
  RegionFilter regions;
  SlotFilter employers;
  RowExclusion excluded;
};

class GraduateFilter {
 public:
  GraduateFilter(const Snapshot& snapshot, const RankOptions& options);
  // The filters on schools, as the schools that pass them.
  bool schools_given() const { return schools.given() || !regions.empty(); }
  std::vector<Slot> passing_schools() const;
  bool passes(RowRef ref, const GraduateRow& row) const {
    return ranks.passes(rank_of(row.level)) && schools.passes(row.school) &&
           school_region_passes(row.school) && !excluded.has(ref);
  }

  RankSet ranks;
  RegionFilter regions;  // of the graduate's school
  SlotFilter schools;
  RowExclusion excluded;

 private:
  bool school_region_passes(Slot school) const {
    return regions.empty() || (school != kNoSlot && regions.passes((*table_)[school].region));
  }
  const SchoolTable* table_;
};

}  // namespace talentmatch
