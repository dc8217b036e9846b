#pragma once
// spec 2's region value of every region for one graduate, and where the regions of each value are: a search
// visits the best places first and knows the value of what remains.

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "engine/catalog/catalog.hpp"
#include "engine/market/facts.hpp"

namespace talentmatch {

// The regions of one value lie in these ranges (disjoint), perhaps among regions of a higher value or
// excluded ones.
struct RegionClass {
  std::int32_t value = 0;
  std::span<const RegionRange> ranges;
};

class RegionValues {
 public:
  static constexpr std::size_t kMaxClasses = 8;  // 100 90 80 70 65 60 45 15
  static constexpr std::int32_t kExcluded = 255;

  // `matters` = the score depends on regions; if not, all values are 0. Only regions inside `allowed` count,
  // unless it is empty. Reuses its memory.
  void fill(const Catalog& catalog, const GraduateFacts& graduate, bool matters,
            std::span<const RegionRange> allowed);

  // kExcluded, or 0…100.
  std::int32_t value(RegionId region) const { return values_[index_of(region)]; }
  bool excludes(RegionId region) const { return value(region) == kExcluded; }
  // Best first.
  std::span<const RegionClass> classes() const { return std::span{classes_}.first(class_count_); }

 private:
  struct Area {
    RegionRange range;
    std::int32_t value = 0;
  };

  void add(RegionRange range, std::int32_t value);
  void raise_near_places(const Catalog& catalog, const GraduateFacts& graduate);
  void exclude_all_but(std::span<const RegionRange> allowed);
  void classify();

  std::vector<std::uint8_t> values_;
  std::vector<Area> areas_;  // values ascending
  std::vector<RegionRange> ranges_;
  std::array<RegionClass, kMaxClasses> classes_{};
  std::size_t class_count_ = 0;
};

// Region ranges are nested or disjoint: keeps the outermost, ascending.
void keep_outermost(std::vector<RegionRange>& ranges);
// What lies in both sets of disjoint ranges.
std::vector<RegionRange> intersection(std::span<const RegionRange> a, std::span<const RegionRange> b);

}  // namespace talentmatch
