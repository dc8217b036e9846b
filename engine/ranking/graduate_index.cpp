#include "engine/ranking/graduate_index.hpp"

#include <algorithm>

namespace talentmatch {
namespace {

using KeyRow = std::pair<std::uint32_t, std::uint32_t>;

struct PlacesOfGraduate final : GroupedRows::AreasOf {
  PlacesOfGraduate(const GraduateColumns& columns_in, const Catalog& catalog_in)
      : columns(columns_in), catalog(catalog_in) {}

  void append(std::uint32_t row, std::vector<std::uint16_t>& areas) const override {
    const auto add = [&](RegionId place) {
      const auto area = area_of(catalog, place);
      if (std::ranges::find(areas, area) == areas.end()) areas.push_back(area);
    };
    for (const RegionId wish : columns.wishes(row)) add(wish);
    if (columns.row(row).home != kNoRegion) add(columns.row(row).home);
  }

  const GraduateColumns& columns;
  const Catalog& catalog;
};

std::vector<GroupedRows::Entry> entries_of(const GraduateColumns& columns,
                                           std::span<const std::uint32_t> rows, std::size_t majors) {
  std::vector<GroupedRows::Entry> entries;
  for (const auto row : rows) {
    const GraduateRow& fixed = columns.row(row);
    const auto split = static_cast<std::uint16_t>(rank_of(fixed.level));
    entries.push_back({.key = index_of(fixed.major), .split = split, .row = row});
    entries.push_back({.key = static_cast<std::uint16_t>(majors), .split = split, .row = row});
  }
  return entries;
}

GraduateGroupSummary summarise(const GraduateColumns& columns, std::span<const std::uint32_t> rows) {
  GraduateGroupSummary summary;
  for (const auto at : rows) {
    const GraduateRow& row = columns.row(at);
    if (row.expected_pay == 0) {
      summary.some_expect_none = true;
    } else if (summary.least_expected == 0 || row.expected_pay < summary.least_expected) {
      summary.least_expected = row.expected_pay;
    }
    summary.ranks = static_cast<std::uint8_t>(summary.ranks | 1U << rank_of(row.level));
    summary.kinds = static_cast<KindSet>(summary.kinds | row.kinds);
  }
  return summary;
}

std::vector<std::uint32_t> seeking(const GraduateColumns& columns) {
  std::vector<std::uint32_t> rows;
  for (std::uint32_t row = 0; row < columns.size(); ++row) {
    const GraduateRow& fixed = columns.row(row);
    if (fixed.status == GraduateStatus::seeking && !fixed.opt_out) rows.push_back(row);
  }
  return rows;
}

// (key, row) for every distinct key that `keys_of` appends for a row.
template <class KeysOf>
std::vector<KeyRow> keyed(const GraduateColumns& columns, KeysOf&& keys_of) {
  std::vector<KeyRow> pairs;
  std::vector<std::uint32_t> keys;
  for (const auto row : seeking(columns)) {
    keys.clear();
    keys_of(row, keys);
    std::ranges::sort(keys);
    const auto repeated = std::ranges::unique(keys);
    for (auto at = keys.begin(); at != repeated.begin(); ++at) pairs.emplace_back(*at, row);
  }
  return pairs;
}

std::vector<KeyRow> certificates_of(const GraduateColumns& columns) {
  return keyed(columns, [&](std::uint32_t row, auto& keys) {
    for (const Holding& held : columns.certificates(row)) keys.push_back(index_of(held.certificate));
  });
}

std::vector<KeyRow> own_ties_of(const GraduateColumns& columns) {
  return keyed(columns, [&](std::uint32_t row, auto& keys) {
    for (const OwnTie& tie : columns.ties(row)) {
      if (tie.employer != kNoSlot) keys.push_back(tie.employer);
    }
  });
}

std::vector<KeyRow> schools_of(const GraduateColumns& columns) {
  return keyed(columns, [&](std::uint32_t row, auto& keys) {
    if (columns.row(row).school != kNoSlot) keys.push_back(columns.row(row).school);
  });
}

}  // namespace

std::uint16_t area_of(const Catalog& catalog, RegionId region) {
  const auto prefecture = catalog.prefecture_of(region);
  return prefecture ? prefecture->first : catalog.province_of(region).first;
}

GraduateGroups::GraduateGroups(const GraduateColumns& columns, std::span<const std::uint32_t> rows,
                               const Catalog& catalog, const IndexTuning& tuning)
    : grouped_(entries_of(columns, rows, catalog.major_count()), catalog.major_count() + 1,
               PlacesOfGraduate(columns, catalog), tuning.celled_rows) {
  summaries_.reserve(grouped_.group_count());
  for (std::uint32_t g = 0; g < grouped_.group_count(); ++g) {
    summaries_.push_back(summarise(columns, grouped_.rows(grouped_.group(g))));
  }
}

KeyedGraduates::KeyedGraduates(const GraduateColumns& columns, std::span<const KeyRow> key_rows,
                               const Catalog& catalog, const IndexTuning& tuning)
    : lists_(key_rows) {
  for (std::uint32_t key = 0; key < lists_.keys(); ++key) {
    if (lists_[key].size() < tuning.grouped_rows) continue;
    groups_.resize(key + 1);
    groups_[key] = std::make_unique<const GraduateGroups>(columns, lists_[key], catalog, tuning);
  }
}

std::size_t KeyedGraduates::bytes() const {
  std::size_t bytes = lists_.bytes() + groups_.capacity() * sizeof(groups_[0]);
  for (const auto& groups : groups_) bytes += groups ? groups->bytes() : 0;
  return bytes;
}

GraduateIndex::GraduateIndex(const GraduateColumns& columns, const Catalog& catalog,
                             const IndexTuning& tuning)
    : all_(columns, seeking(columns), catalog, tuning),
      by_certificate_(columns, certificates_of(columns), catalog, tuning),
      by_school_(schools_of(columns)),
      by_own_tie_(own_ties_of(columns)) {
  school_majors_.reserve(by_school_.all().size());
  for (const auto row : by_school_.all()) school_majors_.push_back(columns.row(row).major);
}

std::size_t GraduateIndex::bytes() const {
  return all_.bytes() + by_certificate_.bytes() + by_school_.bytes() +
         school_majors_.capacity() * sizeof(MajorId) + by_own_tie_.bytes();
}

}  // namespace talentmatch
