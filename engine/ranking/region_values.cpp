#include "engine/ranking/region_values.hpp"

#include <algorithm>
#include <bit>

namespace talentmatch {

void keep_outermost(std::vector<RegionRange>& ranges) {
  std::ranges::sort(ranges, [](RegionRange a, RegionRange b) {
    return a.first != b.first ? a.first < b.first : a.last > b.last;
  });
  std::size_t kept = 0;
  for (const RegionRange range : ranges) {
    if (kept == 0 || range.first > ranges[kept - 1].last) ranges[kept++] = range;
  }
  ranges.resize(kept);
}

std::vector<RegionRange> intersection(std::span<const RegionRange> a, std::span<const RegionRange> b) {
  std::vector<RegionRange> both;
  for (const RegionRange x : a) {
    for (const RegionRange y : b) {
      const RegionRange common{std::max(x.first, y.first), std::min(x.last, y.last)};
      if (common.first <= common.last) both.push_back(common);
    }
  }
  keep_outermost(both);
  return both;
}

void RegionValues::fill(const Catalog& catalog, const GraduateFacts& graduate, bool matters,
                        std::span<const RegionRange> allowed) {
  const bool has_places = !graduate.wishes.empty() || graduate.home != kNoRegion;
  const auto elsewhere = !matters ? 0 : has_places ? 15 : 50;
  values_.assign(catalog.region_count(), static_cast<std::uint8_t>(elsewhere));
  areas_.clear();
  const RegionRange everywhere{0, static_cast<std::uint16_t>(catalog.region_count() - 1)};
  for (const RegionRange range : allowed.empty() ? std::span{&everywhere, 1} : allowed) {
    areas_.push_back({range, elsewhere});
  }
  if (matters && has_places) raise_near_places(catalog, graduate);
  if (!allowed.empty()) exclude_all_but(allowed);
  classify();
}

void RegionValues::add(RegionRange range, std::int32_t value) {
  std::fill(values_.begin() + range.first, values_.begin() + range.last + 1,
            static_cast<std::uint8_t>(value));
  const auto covers = [&](const Area& a, RegionRange other) {
    return a.value == value && a.range.first <= other.first && other.last <= a.range.last;
  };
  if (std::ranges::any_of(areas_, [&](const Area& a) { return covers(a, range); })) return;
  std::erase_if(areas_, [&](const Area& a) { return a.value == value && covers({range, value}, a.range); });
  areas_.push_back({range, value});
}

// From the weakest rule to the strongest, so that the first one that applies is the one that stays.
void RegionValues::raise_near_places(const Catalog& catalog, const GraduateFacts& graduate) {
  const auto places = [&](auto&& each) {
    for (const RegionId wish : graduate.wishes) each(wish);
    if (graduate.home != kNoRegion) each(graduate.home);
  };
  places([&](RegionId place) { add(catalog.province_of(place), 45); });
  std::uint64_t clusters = 0;
  for (const RegionId wish : graduate.wishes) clusters |= catalog.clusters_of(wish);
  for (; clusters != 0; clusters &= clusters - 1) {
    const auto cluster = static_cast<std::size_t>(std::countr_zero(clusters));
    for (const RegionRange range : catalog.cluster_ranges(cluster)) add(range, 60);
  }
  places([&](RegionId place) {
    if (const auto prefecture = catalog.prefecture_of(place)) add(*prefecture, 65);
  });
  for (auto i = graduate.wishes.size(); i-- > 0;) {
    add(catalog.parts_of(graduate.wishes[i]), std::max(70, 100 - 10 * static_cast<std::int32_t>(i)));
  }
}

void RegionValues::exclude_all_but(std::span<const RegionRange> allowed) {
  std::uint16_t next = 0;
  for (const RegionRange range : allowed) {
    std::fill(values_.begin() + next, values_.begin() + range.first, static_cast<std::uint8_t>(kExcluded));
    next = static_cast<std::uint16_t>(range.last + 1);
  }
  std::fill(values_.begin() + next, values_.end(), static_cast<std::uint8_t>(kExcluded));
}

void RegionValues::classify() {
  ranges_.clear();
  for (const Area& area : areas_) ranges_.push_back(area.range);
  class_count_ = 0;
  for (auto last = areas_.size(); last > 0;) {
    auto first = last - 1;
    while (first > 0 && areas_[first - 1].value == areas_[last - 1].value) --first;
    classes_[class_count_++] = {.value = areas_[first].value,
                                .ranges = std::span{ranges_}.subspan(first, last - first)};
    last = first;
  }
}

}  // namespace talentmatch
