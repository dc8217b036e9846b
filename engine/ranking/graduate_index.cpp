#include "engine/ranking/graduate_index.hpp"

#include <algorithm>

#include "engine/ranking/posting_query.hpp"

namespace talentmatch {
namespace {

using KeyRow = std::pair<std::uint32_t, std::uint32_t>;

// f(place, role) for each place of a graduate, once, the main one first.
template <class F>
void for_each_place(const GraduateColumns& columns, std::uint32_t row, F&& f) {
  const auto wishes = columns.wishes(row);
  const auto named = [&](std::size_t count, RegionId place) {
    return std::ranges::find(wishes.first(count), place) != wishes.first(count).end();
  };
  for (std::size_t i = 0; i < wishes.size(); ++i) {
    if (!named(i, wishes[i])) f(wishes[i], static_cast<PlaceRole>(std::min<std::size_t>(i, 3)));
  }
  const RegionId home = columns.row(row).home;
  if (home != kNoRegion && !named(wishes.size(), home)) {
    f(home, wishes.empty() ? PlaceRole::only_home : PlaceRole::home);
  }
  if (home == kNoRegion && wishes.empty()) f(kNoRegion, PlaceRole::none);
}

// Within an area those with common bounds lie together: first by what the place is to them, then by the pay
// that they expect, roughly: many classes would hide the tie order, in which all equals lie.
std::uint64_t order_of(std::uint16_t area, const GraduateDigest& digest) {
  constexpr unsigned kClass = 16;  // of expected_digest
  return std::uint64_t{area} << 48U | static_cast<std::uint64_t>(digest.role()) << 40U |
         std::uint64_t{digest.expected / kClass} << 32U | digest.row;
}

std::vector<std::uint32_t> seeking(const GraduateColumns& columns) {
  std::vector<std::uint32_t> rows;
  for (std::uint32_t row = 0; row < columns.size(); ++row) {
    const GraduateRow& fixed = columns.row(row);
    if (fixed.status == GraduateStatus::seeking && !fixed.opt_out && fixed.kinds != 0) rows.push_back(row);
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

// A digest for each place of each row, under each key that `keys_of` appends for it.
template <class KeysOf>
std::vector<GraduateList::Entry> entries(const GraduateColumns& columns, const Catalog& catalog,
                                         KeysOf&& keys_of) {
  std::vector<GraduateList::Entry> entries;
  for (const auto& [key, row] : keyed(columns, keys_of)) {
    const GraduateRow& fixed = columns.row(row);
    for_each_place(columns, row, [&](RegionId place, PlaceRole role) {
      const GraduateDigest digest{.row = row,
                                  .place = place,
                                  .major = fixed.major,
                                  .school = school_digest(fixed.school),
                                  .expected = expected_digest(fixed.expected_pay),
                                  .traits = traits_of(fixed.kinds, rank_of(fixed.level), role)};
      entries.push_back({.key = key, .order = order_of(area_of(catalog, place), digest), .digest = digest});
    });
  }
  return entries;
}

std::vector<GraduateList::Entry> by_major_of(const GraduateColumns& columns, const Catalog& catalog) {
  return entries(columns, catalog,
                 [&](std::uint32_t row, auto& keys) { keys.push_back(index_of(columns.row(row).major)); });
}

std::vector<GraduateList::Entry> all_of(const GraduateColumns& columns, const Catalog& catalog) {
  return entries(columns, catalog, [](std::uint32_t, auto& keys) { keys.push_back(0); });
}

std::vector<GraduateList::Entry> by_certificate_of(const GraduateColumns& columns, const Catalog& catalog) {
  return entries(columns, catalog, [&](std::uint32_t row, auto& keys) {
    for (const Holding& held : columns.certificates(row)) keys.push_back(index_of(held.certificate));
  });
}

SchoolDigest school_digest_of(const GraduateColumns& columns, std::uint32_t row, const Catalog& catalog) {
  const GraduateRow& fixed = columns.row(row);
  SchoolDigest digest{.major = fixed.major,
                      .expected = expected_digest(fixed.expected_pay),
                      .traits = traits_of(fixed.kinds, rank_of(fixed.level), PlaceRole::none)};
  for_each_place(columns, row, [&](RegionId place, PlaceRole role) {
    if (role != PlaceRole::none) digest.areas |= area_bit(area_of(catalog, place));
  });
  return digest;
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

GraduateIndex::GraduateIndex(const GraduateColumns& columns, const Catalog& catalog,
                             const IndexTuning& tuning)
    : by_major_(by_major_of(columns, catalog), tuning.block_rows),
      all_(all_of(columns, catalog), tuning.block_rows),
      by_certificate_(by_certificate_of(columns, catalog), tuning.block_rows),
      by_school_(schools_of(columns)),
      by_own_tie_(own_ties_of(columns)),
      many_tied_(tuning.many_tied) {
  school_digests_.reserve(by_school_.all().size());
  for (const auto row : by_school_.all()) school_digests_.push_back(school_digest_of(columns, row, catalog));
}

std::size_t GraduateIndex::bytes() const {
  return by_major_.bytes() + all_.bytes() + by_certificate_.bytes() + by_school_.bytes() +
         school_digests_.capacity() * sizeof(SchoolDigest) + by_own_tie_.bytes();
}

}  // namespace talentmatch
