#pragma once
// City clusters: sets of regions, at most 64, in the order of the table.

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/catalog/regions.hpp"

namespace talentmatch {

class ClusterTable {
 public:
  static Result<ClusterTable> build(std::span<const ClusterRow> rows, const RegionTable& regions);

  std::size_t size() const { return names_.size(); }
  std::string_view name_of(std::size_t cluster) const { return names_[cluster]; }
  // What the cluster covers: a listed province or prefecture with all its parts. Ascending, disjoint.
  std::span<const RegionRange> ranges_of(std::size_t cluster) const { return ranges_[cluster]; }
  // Bit i: the region lies in cluster i.
  std::uint64_t mask_of(RegionId region) const { return masks_[index_of(region)]; }

 private:
  std::size_t number_of(std::string_view name);
  void mark(std::size_t region_count);

  std::vector<std::string> names_;
  std::vector<std::vector<RegionRange>> ranges_;
  std::vector<std::uint64_t> masks_;
};

}  // namespace talentmatch
