#include "engine/ranking/posting_index.hpp"

#include <algorithm>
#include <array>

namespace talentmatch {
namespace {

using Entries = std::vector<PostingList::Entry>;

std::uint16_t digest_key(std::span<const EntryId> majors, const PostingKeys& keys, const Catalog& catalog) {
  if (majors.empty()) return keys.any();
  if (majors.size() == 1) return PostingKeys::of(majors.front());
  const auto family = catalog.family_of(majors.front());
  const bool common = std::ranges::all_of(majors, [&](EntryId e) { return catalog.family_of(e) == family; });
  return common ? keys.of_family(family) : keys.several();
}

PostingDigest digest_of(const PostingColumns& columns, std::uint32_t row, const Catalog& catalog) {
  const PostingKeys keys(catalog);
  const PostingRow& fixed = columns.row(row);
  return {.row = row,
          .area = index_of(fixed.region),
          .key = digest_key(columns.majors(row), keys, catalog),
          .offer = offer_digest(fixed.offer),
          .traits = traits_of(fixed.kind, fixed.fresh, fixed.min_rank, fixed.asks_certificates)};
}

// Within an area those with common bounds lie together, so that a block's summary says much: first by asking
// for certificates, then by offer where the pay of graduates' first jobs lies (yuan a month; any split is
// correct), then by level. Equals are in tie order.
std::uint64_t order_of(const PostingDigest& digest) {
  constexpr std::array<std::int32_t, 4> bounds{4500, 6000, 8000, 12000};
  const auto below = std::ranges::count_if(
      bounds, [offer = digest.offer * PostingDigest::kOfferUnit](auto bound) { return offer < bound; });
  return std::uint64_t{digest.area} << 48U | std::uint64_t{asks_certificates(digest.traits)} << 47U |
         static_cast<std::uint64_t>(below) << 43U | std::uint64_t{min_rank_of(digest.traits)} << 40U |
         digest.row;
}

bool may_be_proposed(const PostingRow& row) {
  return row.open && row.taken < row.headcount;
}

// f(row, digest) for all but order classes.
template <class F>
void for_each_ordinary(const PostingColumns& columns, const Catalog& catalog, F&& f) {
  for (std::uint32_t row = 0; row < columns.size(); ++row) {
    const PostingRow& fixed = columns.row(row);
    if (may_be_proposed(fixed) && fixed.kind != PostingKind::order_class)
      f(row, digest_of(columns, row, catalog));
  }
}

Entries entries_by_key(const PostingColumns& columns, const Catalog& catalog) {
  const PostingKeys keys(catalog);
  Entries entries;
  std::vector<std::uint16_t> of_row;
  for_each_ordinary(columns, catalog, [&](std::uint32_t row, const PostingDigest& digest) {
    of_row.clear();
    for (const EntryId entry : columns.majors(row)) {
      of_row.push_back(PostingKeys::of(entry));
      of_row.push_back(keys.of_family(catalog.family_of(entry)));
    }
    if (of_row.empty()) of_row.push_back(keys.any());
    std::ranges::sort(of_row);
    const auto repeated = std::ranges::unique(of_row);
    for (auto key = of_row.begin(); key != repeated.begin(); ++key) {
      entries.push_back({.key = *key, .order = order_of(digest), .digest = digest});
    }
  });
  return entries;
}

Entries entries_by_employer(const PostingColumns& columns, const Catalog& catalog) {
  Entries entries;
  for_each_ordinary(columns, catalog, [&](std::uint32_t row, const PostingDigest& digest) {
    const Slot employer = columns.row(row).employer;
    if (employer != kNoSlot) entries.push_back({employer, order_of(digest), digest});
  });
  return entries;
}

Entries entries_by_certificate(const PostingColumns& columns, const Catalog& catalog) {
  Entries entries;
  std::vector<std::uint32_t> asked;
  for_each_ordinary(columns, catalog, [&](std::uint32_t row, const PostingDigest& digest) {
    asked.clear();
    for (const auto& item : columns.required(row)) asked.push_back(index_of(item.certificate));
    for (const auto& item : columns.preferred(row)) asked.push_back(index_of(item.certificate));
    std::ranges::sort(asked);
    const auto repeated = std::ranges::unique(asked);
    for (auto at = asked.begin(); at != repeated.begin(); ++at) {
      entries.push_back({*at, order_of(digest), digest});
    }
  });
  return entries;
}

RowLists order_classes_of(const PostingColumns& columns) {
  std::vector<std::pair<std::uint32_t, std::uint32_t>> pairs;
  for (std::uint32_t row = 0; row < columns.size(); ++row) {
    const PostingRow& fixed = columns.row(row);
    if (may_be_proposed(fixed) && fixed.kind == PostingKind::order_class && fixed.school != kNoSlot) {
      pairs.emplace_back(fixed.school, row);
    }
  }
  return RowLists(pairs);
}

}  // namespace

PostingIndex::PostingIndex(const PostingColumns& columns, const Catalog& catalog, const IndexTuning& tuning)
    : by_key_(entries_by_key(columns, catalog), tuning.block_rows),
      by_employer_(entries_by_employer(columns, catalog), tuning.block_rows),
      by_certificate_(entries_by_certificate(columns, catalog), tuning.block_rows),
      order_classes_(order_classes_of(columns)) {}

std::size_t PostingIndex::bytes() const {
  return by_key_.bytes() + by_employer_.bytes() + by_certificate_.bytes() + order_classes_.bytes();
}

}  // namespace talentmatch
