#include "engine/catalog/clusters.hpp"

#include <algorithm>

namespace talentmatch {
namespace {

constexpr std::size_t kMostClusters = 64;

// Ranges of parts are nested or disjoint, so a later one either lies in the one before or starts after it.
std::vector<RegionRange> without_nested(std::vector<RegionRange> ranges) {
  const auto outer_first = [](RegionRange a, RegionRange b) {
    return a.first != b.first ? a.first < b.first : a.last > b.last;
  };
  std::ranges::sort(ranges, outer_first);
  std::vector<RegionRange> outer;
  for (const auto range : ranges) {
    if (outer.empty() || range.first > outer.back().last) outer.push_back(range);
  }
  return outer;
}

}  // namespace

Result<ClusterTable> ClusterTable::build(std::span<const ClusterRow> rows, const RegionTable& regions) {
  ClusterTable table;
  for (const auto& row : rows) {
    if (row.cluster.empty()) return fail(bad_row("clusters", row.region, "has no cluster"));
    const auto region = regions.find(row.region);
    if (!region) return fail(bad_row("clusters", row.region, "no such region"));
    const auto cluster = table.number_of(row.cluster);
    if (cluster == kMostClusters) return fail(bad_row("clusters", row.cluster, "at most 64 clusters"));
    table.ranges_[cluster].push_back(regions.parts_of(*region));
  }
  for (auto& ranges : table.ranges_) ranges = without_nested(std::move(ranges));
  table.mark(regions.size());
  return table;
}

std::size_t ClusterTable::number_of(std::string_view name) {
  const auto number = static_cast<std::size_t>(std::ranges::find(names_, name) - names_.begin());
  if (number == names_.size()) {
    names_.emplace_back(name);
    ranges_.emplace_back();
  }
  return number;
}

void ClusterTable::mark(std::size_t region_count) {
  masks_.assign(region_count, 0);
  for (std::size_t cluster = 0; cluster < size(); ++cluster) {
    for (const auto [first, last] : ranges_[cluster]) {
      for (std::size_t region = first; region <= last; ++region)
        masks_[region] |= std::uint64_t{1} << cluster;
    }
  }
}

}  // namespace talentmatch
