#pragma once
// a(major, entry) of spec 1: how well a graduate's major fits what a posting accepts, for every pair, as a
// dense table and as sorted lists of the pairs above zero.

#include <cstdint>
#include <span>
#include <vector>

#include "engine/catalog/continuations.hpp"
#include "engine/catalog/grouped.hpp"
#include "engine/catalog/majors.hpp"
#include "engine/catalog/occupations.hpp"
#include "engine/catalog/related.hpp"
#include "engine/model/ids.hpp"

namespace talentmatch {

class AffinityTable {
 public:
  AffinityTable() = default;
  // O(pairs related), not O(majors × entries) comparisons.
  AffinityTable(const MajorTable& majors, const Continuations& continuations, const Occupations& occupations);

  std::span<const std::uint8_t> row(MajorId major) const {
    return std::span(values_).subspan(index_of(major) * entry_count_, entry_count_);
  }
  // Affinity descending, then id ascending.
  std::span<const RelatedEntry> related(MajorId major) const { return entries_of_[index_of(major)]; }
  std::span<const RelatedMajor> related(EntryId entry) const { return majors_of_[index_of(entry)]; }

 private:
  void list_related(std::size_t major_count);

  std::size_t entry_count_ = 0;
  std::vector<std::uint8_t> values_;
  Grouped<RelatedEntry> entries_of_;
  Grouped<RelatedMajor> majors_of_;
};

}  // namespace talentmatch
