#include "engine/ranking/region_table.hpp"

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

void RegionTable::fill(const Catalog& catalog, const GraduateFacts& graduate, bool matters,
                       std::span<const RegionRange> allowed) {
  const bool has_places = !graduate.wishes.empty() || graduate.home != kNoRegion;
  const std::uint8_t base = !matters ? 0 : has_places ? 15 : 50;
  values_.assign(catalog.region_count(), base);
  near_from_ = middle_from_ = kNever;
  near_.clear();
  middle_.clear();
  best_ = {base, base, base};
  classify({Nearness::far});
  if (matters && has_places) raise_near_places(catalog, graduate);
  if (!allowed.empty()) restrict_to(allowed);
}

void RegionTable::classify(std::initializer_list<Nearness> classes) {
  std::ranges::copy(classes, classes_.begin());
  class_count_ = classes.size();
}

void RegionTable::set(RegionRange range, std::int32_t value) {
  std::fill(values_.begin() + range.first, values_.begin() + range.last + 1,
            static_cast<std::uint8_t>(value));
}

// From the weakest rule to the strongest, so that the first one that applies is the one that stays.
void RegionTable::raise_near_places(const Catalog& catalog, const GraduateFacts& graduate) {
  const auto places = [&](auto&& each) {
    for (const RegionId wish : graduate.wishes) each(wish);
    if (graduate.home != kNoRegion) each(graduate.home);
  };
  best_ = {graduate.wishes.empty() ? 65 : 100, 45, 15};
  near_from_ = 65;
  middle_from_ = 45;
  classify({Nearness::near, Nearness::middle, Nearness::far});
  places([&](RegionId place) {
    middle_.push_back(catalog.province_of(place));
    set(middle_.back(), 45);
  });
  std::uint64_t clusters = 0;
  for (const RegionId wish : graduate.wishes) clusters |= catalog.clusters_of(wish);
  for (; clusters != 0; clusters &= clusters - 1) {
    best_[1] = 60;
    for (const RegionRange range :
         catalog.cluster_ranges(static_cast<std::size_t>(std::countr_zero(clusters)))) {
      middle_.push_back(range);
      set(range, 60);
    }
  }
  places([&](RegionId place) {
    if (const auto prefecture = catalog.prefecture_of(place)) {
      near_.push_back(*prefecture);
      set(*prefecture, 65);
    }
  });
  for (auto i = graduate.wishes.size(); i-- > 0;) {
    near_.push_back(catalog.parts_of(graduate.wishes[i]));
    set(near_.back(), std::max(70, 100 - 10 * static_cast<std::int32_t>(i)));
  }
  keep_outermost(near_);
  keep_outermost(middle_);
}

// What is allowed becomes the one class to look for; all else is out.
void RegionTable::restrict_to(std::span<const RegionRange> allowed) {
  near_.assign(allowed.begin(), allowed.end());
  middle_.clear();
  near_from_ = 0;
  classify({Nearness::near});
  std::uint16_t next = 0;
  for (const RegionRange range : near_) {
    std::fill(values_.begin() + next, values_.begin() + range.first, kExcluded);
    next = static_cast<std::uint16_t>(range.last + 1);
  }
  std::fill(values_.begin() + next, values_.end(), kExcluded);
}

}  // namespace talentmatch
