#include "engine/placement/scores/posting_strips.hpp"

#include <algorithm>
#include <tuple>

namespace talentmatch {
namespace {

constexpr std::size_t kStripRows = 64;
constexpr std::size_t kCelledRows = 48;  // a smaller group is looked through faster than its regions

std::uint16_t split_of(const PostingRow& row) {
  return static_cast<std::uint16_t>(unsigned{row.asks_certificates} | unsigned{row.majors_strict} << 1U |
                                    static_cast<unsigned>(row.fresh) << 2U |
                                    static_cast<unsigned>(row.kind) << 4U | unsigned{row.min_rank} << 6U);
}

using KeyRow = std::pair<std::uint32_t, std::uint32_t>;

}  // namespace

struct PostingStrips::Entry {
  std::uint16_t key = 0;
  std::uint16_t split = 0;
  std::uint16_t area = 0;
  std::uint32_t posting = 0;

  auto group() const { return std::tuple{key, split}; }
  auto order() const { return std::tuple{key, split, posting}; }
};

PostingStrips::PostingStrips(const Field& field) {
  std::vector<KeyRow> by_school;
  std::vector<KeyRow> by_certificate;
  std::vector<KeyRow> by_employer;
  rows_.reserve(field.postings());
  for (std::uint32_t p = 0; p < field.postings(); ++p) {
    const RowRef ref = field.posting_ref(p);
    rows_.push_back(field.snapshot().postings()[ref.segment].segment->row(ref.row));
    const PostingRow& row = rows_.back();
    regions_.push_back(row.region);
    if (row.kind == PostingKind::order_class) {
      by_school.emplace_back(row.school, p);
    } else {
      by_employer.emplace_back(row.employer, p);
      const auto required = field.posting(p).required;
      if (!required.empty()) by_certificate.emplace_back(index_of(required.front().certificate), p);
    }
  }
  by_school_ = RowLists(by_school);
  by_certificate_ = RowLists(by_certificate);
  by_employer_ = RowLists(by_employer);

  auto all = entries(field);
  std::ranges::sort(all, {}, &Entry::order);
  const std::size_t keys = PostingKeys(field.snapshot().catalog()).count();
  std::size_t at = 0;
  for (std::size_t key = 0; key <= keys; ++key) {
    first_group_.push_back(static_cast<std::uint32_t>(groups_.size()));
    while (at < all.size() && all[at].key == key) {
      const auto first = at;
      while (at < all.size() && all[at].group() == all[first].group()) ++at;
      add_group(std::span{all}.subspan(first, at - first));
    }
  }
}

std::vector<PostingStrips::Entry> PostingStrips::entries(const Field& field) const {
  const Catalog& catalog = field.snapshot().catalog();
  const PostingKeys key_of(catalog);
  std::vector<Entry> all;
  std::vector<std::uint16_t> keys;
  for (std::uint32_t p = 0; p < rows_.size(); ++p) {
    const PostingRow& row = rows_[p];
    const PostingFacts facts = field.posting(p);
    if (row.kind == PostingKind::order_class || !facts.required.empty()) continue;
    keys.clear();
    const auto majors = facts.majors;
    if (majors.empty()) keys.push_back(key_of.any());
    for (const EntryId entry : majors) {
      keys.push_back(PostingKeys::of(entry));
      const auto family = key_of.of_family(catalog.family_of(entry));
      if (std::ranges::find(keys, family) == keys.end()) keys.push_back(family);
    }
    const auto split = split_of(row);
    for (const auto key : keys) all.push_back({key, split, index_of(row.region), p});
  }
  return all;
}

void PostingStrips::add_group(std::span<const Entry> entries) {
  const PostingRow& row = rows_[entries.front().posting];
  StripGroup group;
  group.min_rank = row.min_rank;
  group.kind = row.kind;
  group.fresh = row.fresh;
  group.asks = row.asks_certificates;
  group.strict = row.majors_strict;
  group.first = static_cast<std::uint32_t>(strips_.size());
  add_strips(entries, false);
  group.last = group.first_cell = static_cast<std::uint32_t>(strips_.size());
  if (entries.size() >= kCelledRows) {
    std::vector<Entry> by_area(entries.begin(), entries.end());
    std::ranges::stable_sort(by_area, {}, &Entry::area);
    add_strips(by_area, true);
  }
  group.last_cell = static_cast<std::uint32_t>(strips_.size());
  groups_.push_back(group);
}

void PostingStrips::add_strips(std::span<const Entry> entries, bool by_area) {
  for (std::size_t at = 0; at < entries.size();) {
    Strip strip{.first = static_cast<std::uint32_t>(postings_.size()), .size = 0, .area = entries[at].area};
    while (at < entries.size() && strip.size < kStripRows && (!by_area || entries[at].area == strip.area)) {
      postings_.push_back(entries[at++].posting);
      ++strip.size;
    }
    strips_.push_back(strip);
  }
}

std::uint32_t PostingStrips::cell_from(const StripGroup& group, std::uint16_t area) const {
  const auto first = strips_.begin() + group.first_cell;
  const auto last = strips_.begin() + group.last_cell;
  return static_cast<std::uint32_t>(std::ranges::lower_bound(first, last, area, {}, &Strip::area) -
                                    strips_.begin());
}

std::size_t PostingStrips::bytes() const {
  return rows_.capacity() * sizeof(PostingRow) + groups_.capacity() * sizeof(StripGroup) +
         strips_.capacity() * sizeof(Strip) + postings_.capacity() * sizeof(std::uint32_t) +
         by_school_.bytes() + by_certificate_.bytes() + by_employer_.bytes();
}

}  // namespace talentmatch
