#include "engine/ranking/posting_index.hpp"

#include <algorithm>
#include <array>

namespace talentmatch {
namespace {

using KeyRow = std::pair<std::uint32_t, std::uint32_t>;

// Offers are split where the pay of graduates' first jobs lies (yuan a month); any split is correct.
std::uint16_t offer_class(std::int32_t offer) {
  constexpr std::array<std::int32_t, 4> bounds{4500, 6000, 8000, 12000};
  if (offer == 0) return 0;
  return static_cast<std::uint16_t>(1 +
                                    std::ranges::count_if(bounds, [offer](auto b) { return offer >= b; }));
}

std::uint16_t split_of(const PostingRow& row, std::size_t rows_of_key, const IndexTuning& tuning) {
  auto split = static_cast<unsigned>(row.asks_certificates);
  if (rows_of_key >= tuning.split_by_level) {
    split |= static_cast<unsigned>(row.min_rank) << 1U | static_cast<unsigned>(row.kind) << 4U;
  }
  if (rows_of_key >= tuning.split_by_offer) split |= static_cast<unsigned>(offer_class(row.offer)) << 6U;
  return static_cast<std::uint16_t>(split);
}

void append_keys(const PostingColumns& columns, std::uint32_t row, const PostingKeys& keys,
                 const Catalog& catalog, std::vector<std::uint16_t>& out) {
  const auto majors = columns.majors(row);
  if (majors.empty()) out.push_back(keys.any());
  for (const EntryId entry : majors) {
    out.push_back(PostingKeys::of(entry));
    const auto family = keys.of_family(catalog.family_of(entry));
    if (std::ranges::find(out, family) == out.end()) out.push_back(family);
  }
}

PostingDigest digest_of(const PostingColumns& columns, std::uint32_t row, const PostingKeys& keys) {
  const auto majors = columns.majors(row);
  const auto key = majors.empty()      ? keys.any()
                   : majors.size() > 1 ? keys.several()
                                       : PostingKeys::of(majors.front());
  return {.region = columns.row(row).region, .key = key};
}

std::vector<GroupedRows::Entry> entries_of(const PostingColumns& columns, std::span<const std::uint32_t> rows,
                                           const Catalog& catalog, const IndexTuning& tuning) {
  const PostingKeys keys(catalog);
  std::vector<GroupedRows::Entry> entries;
  std::vector<std::uint32_t> sizes(keys.count());
  std::vector<std::uint16_t> of_row;
  for (const auto row : rows) {
    of_row.clear();
    append_keys(columns, row, keys, catalog, of_row);
    for (const auto key : of_row) {
      entries.push_back({.key = key, .split = 0, .row = row});
      ++sizes[key];
    }
  }
  for (auto& entry : entries) entry.split = split_of(columns.row(entry.row), sizes[entry.key], tuning);
  return entries;
}

struct RegionOfPosting final : GroupedRows::AreasOf {
  explicit RegionOfPosting(const PostingColumns& c) : columns(c) {}
  void append(std::uint32_t row, std::vector<std::uint16_t>& areas) const override {
    areas.push_back(index_of(columns.row(row).region));
  }
  const PostingColumns& columns;
};

PostingGroupSummary summarise(const PostingColumns& columns, std::span<const std::uint32_t> rows) {
  PostingGroupSummary summary;
  for (const auto at : rows) {
    const PostingRow& row = columns.row(at);
    summary.max_offer = std::max(summary.max_offer, row.offer);
    summary.some_state_none |= row.offer == 0;
    summary.asks = row.asks_certificates;
    summary.ranks = static_cast<std::uint8_t>(summary.ranks | 1U << row.min_rank);
    summary.kinds = static_cast<KindSet>(summary.kinds | kind_bit(row.kind));
  }
  return summary;
}

bool may_be_proposed(const PostingRow& row) {
  return row.open && row.taken < row.headcount;
}

template <class Keep>
std::vector<std::uint32_t> rows_where(const PostingColumns& columns, Keep&& keep) {
  std::vector<std::uint32_t> rows;
  for (std::uint32_t row = 0; row < columns.size(); ++row) {
    if (may_be_proposed(columns.row(row)) && keep(columns.row(row))) rows.push_back(row);
  }
  return rows;
}

std::vector<std::uint32_t> ordinary(const PostingColumns& columns) {
  return rows_where(columns, [](const PostingRow& row) { return row.kind != PostingKind::order_class; });
}

std::vector<KeyRow> employers_of(const PostingColumns& columns) {
  std::vector<KeyRow> pairs;
  for (const auto row : ordinary(columns)) {
    if (columns.row(row).employer != kNoSlot) pairs.emplace_back(columns.row(row).employer, row);
  }
  return pairs;
}

std::vector<KeyRow> certificates_of(const PostingColumns& columns) {
  std::vector<KeyRow> pairs;
  std::vector<std::uint32_t> asked;
  for (const auto row : ordinary(columns)) {
    asked.clear();
    for (const auto& item : columns.required(row)) asked.push_back(index_of(item.certificate));
    for (const auto& item : columns.preferred(row)) asked.push_back(index_of(item.certificate));
    std::ranges::sort(asked);
    const auto [end, last] = std::ranges::unique(asked);
    for (auto at = asked.begin(); at != end; ++at) pairs.emplace_back(*at, row);
  }
  return pairs;
}

std::vector<KeyRow> schools_of_order_classes(const PostingColumns& columns) {
  std::vector<KeyRow> pairs;
  const auto of_known_school = [](const PostingRow& row) {
    return row.kind == PostingKind::order_class && row.school != kNoSlot;
  };
  for (const auto row : rows_where(columns, of_known_school))
    pairs.emplace_back(columns.row(row).school, row);
  return pairs;
}

}  // namespace

PostingGroups::PostingGroups(const PostingColumns& columns, std::span<const std::uint32_t> rows,
                             const Catalog& catalog, const IndexTuning& tuning)
    : grouped_(entries_of(columns, rows, catalog, tuning), PostingKeys(catalog).count(),
               RegionOfPosting(columns), tuning.celled_rows) {
  summaries_.reserve(grouped_.group_count());
  for (std::uint32_t g = 0; g < grouped_.group_count(); ++g) {
    summaries_.push_back(summarise(columns, grouped_.rows(grouped_.group(g))));
  }
}

KeyedPostings::KeyedPostings(const PostingColumns& columns, std::span<const KeyRow> key_rows,
                             const Catalog& catalog, const IndexTuning& tuning)
    : lists_(key_rows) {
  digests_.reserve(lists_.all().size());
  for (const auto row : lists_.all()) digests_.push_back(digest_of(columns, row, PostingKeys(catalog)));
  for (std::uint32_t key = 0; key < lists_.keys(); ++key) {
    if (lists_[key].size() < tuning.grouped_rows) continue;
    groups_.resize(key + 1);
    groups_[key] = std::make_unique<const PostingGroups>(columns, lists_[key], catalog, tuning);
  }
}

std::size_t KeyedPostings::bytes() const {
  std::size_t bytes =
      lists_.bytes() + digests_.capacity() * sizeof(PostingDigest) + groups_.capacity() * sizeof(groups_[0]);
  for (const auto& groups : groups_) bytes += groups ? groups->bytes() : 0;
  return bytes;
}

PostingIndex::PostingIndex(const PostingColumns& columns, const Catalog& catalog, const IndexTuning& tuning)
    : all_(columns, ordinary(columns), catalog, tuning),
      by_employer_(columns, employers_of(columns), catalog, tuning),
      by_certificate_(columns, certificates_of(columns), catalog, tuning),
      order_classes_(schools_of_order_classes(columns)) {}

std::size_t PostingIndex::bytes() const {
  return all_.bytes() + by_employer_.bytes() + by_certificate_.bytes() + order_classes_.bytes();
}

}  // namespace talentmatch
