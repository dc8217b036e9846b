#pragma once
// A graduate segment arranged for postings' queries. Graduates who are not seeking are left out. The others
// lie by major (and all together, for postings open to any), again by school, by own tie and by certificate,
// because a tie or an asked certificate lifts a graduate above the bound of the group.

#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "engine/catalog/catalog.hpp"
#include "engine/market/segment.hpp"
#include "engine/ranking/grouped_rows.hpp"
#include "engine/ranking/row_lists.hpp"

namespace talentmatch {

// What is known of all graduates in a group.
struct GraduateGroupSummary {
  std::int32_t least_expected = 0;  // yuan a month, 0 = none says
  bool some_expect_none = false;    // some do not say
  std::uint8_t ranks = 0;           // bit per education rank 1…5
  KindSet kinds = 0;
};

// Groups under the keys 0…majors-1, and `majors` for all graduates.
class GraduateGroups {
 public:
  GraduateGroups(const GraduateColumns& columns, std::span<const std::uint32_t> rows, const Catalog& catalog,
                 const IndexTuning& tuning);

  const GroupedRows& grouped() const { return grouped_; }
  const GraduateGroupSummary& summary(std::uint32_t group) const { return summaries_[group]; }
  std::size_t bytes() const {
    return grouped_.bytes() + summaries_.capacity() * sizeof(GraduateGroupSummary);
  }

 private:
  GroupedRows grouped_;
  std::vector<GraduateGroupSummary> summaries_;
};

// Rows by a dense key; the lists of frequent keys are grouped as well.
class KeyedGraduates {
 public:
  KeyedGraduates(const GraduateColumns& columns,
                 std::span<const std::pair<std::uint32_t, std::uint32_t>> key_rows, const Catalog& catalog,
                 const IndexTuning& tuning);
  std::span<const std::uint32_t> rows(std::uint32_t key) const { return lists_[key]; }
  const GraduateGroups* groups(std::uint32_t key) const {
    return key < groups_.size() ? groups_[key].get() : nullptr;
  }
  std::size_t bytes() const;

 private:
  RowLists lists_;
  std::vector<std::unique_ptr<const GraduateGroups>> groups_;
};

class GraduateIndex {
 public:
  GraduateIndex(const GraduateColumns& columns, const Catalog& catalog, const IndexTuning& tuning);

  const GraduateGroups& all() const { return all_; }
  const KeyedGraduates& by_certificate() const { return by_certificate_; }
  std::span<const std::uint32_t> of_school(Slot school) const { return by_school_[school]; }
  // Of the rows of of_school, in the same order: most are dismissed by their major alone.
  std::span<const MajorId> majors_of_school(Slot school) const {
    const auto rows = by_school_[school];
    return rows.empty() ? std::span<const MajorId>{}
                        : std::span{school_majors_}.subspan(by_school_.first(school), rows.size());
  }
  std::span<const std::uint32_t> with_own_tie(Slot employer) const { return by_own_tie_[employer]; }
  std::size_t bytes() const;

 private:
  GraduateGroups all_;
  KeyedGraduates by_certificate_;
  RowLists by_school_;
  std::vector<MajorId> school_majors_;  // parallel to all rows of by_school_
  RowLists by_own_tie_;
};

// Where a graduate can be found by place: the prefecture of a region, or its province if it names only that.
std::uint16_t area_of(const Catalog& catalog, RegionId region);

}  // namespace talentmatch
