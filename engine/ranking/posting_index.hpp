#pragma once
// A posting segment arranged for graduates' queries. Postings that can never be proposed (closed, no seat
// left) are left out; order classes lie by school, all others by accepted entry and again by employer and by
// asked certificate, because a tie or a held certificate lifts a posting above the bound of its group.

#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "engine/catalog/catalog.hpp"
#include "engine/market/segment.hpp"
#include "engine/ranking/grouped_rows.hpp"
#include "engine/ranking/row_lists.hpp"

namespace talentmatch {

// The keys of grouped postings: every accepted entry, then "any major", then the category groups. A posting
// lies under each of its entries and under each category group of them.
class PostingKeys {
 public:
  explicit PostingKeys(const Catalog& catalog)
      : entries_(catalog.entry_count()), families_(catalog.family_count()) {}
  static std::uint16_t of(EntryId entry) { return index_of(entry); }
  // Not a key: stands for more than one entry.
  std::uint16_t several() const { return static_cast<std::uint16_t>(count()); }
  std::uint16_t any() const { return static_cast<std::uint16_t>(entries_); }
  std::uint16_t of_family(std::uint8_t family) const {
    return static_cast<std::uint16_t>(entries_ + 1 + family);
  }
  std::size_t count() const { return entries_ + 1 + families_; }

 private:
  std::size_t entries_;
  std::size_t families_;
};

// What is known of all postings in a group: its bound is made from it.
struct PostingGroupSummary {
  std::int32_t max_offer = 0;    // 0 = none states one
  bool some_state_none = false;  // some have no offer
  bool asks = false;             // all ask certificates (else none does)
  std::uint8_t ranks = 0;        // bit per min_rank 0…5
  KindSet kinds = 0;
};

class PostingGroups {
 public:
  PostingGroups(const PostingColumns& columns, std::span<const std::uint32_t> rows, const Catalog& catalog,
                const IndexTuning& tuning);

  const GroupedRows& grouped() const { return grouped_; }
  const PostingGroupSummary& summary(std::uint32_t group) const { return summaries_[group]; }
  std::size_t bytes() const { return grouped_.bytes() + summaries_.capacity() * sizeof(PostingGroupSummary); }

 private:
  GroupedRows grouped_;
  std::vector<PostingGroupSummary> summaries_;
};

// Enough of a posting to bound its score without touching its row.
struct PostingDigest {
  RegionId region{};
  std::uint16_t key = 0;  // its only entry, PostingKeys::any(), or PostingKeys::several()
};

// Rows by a dense key, each with its digest; the lists of frequent keys are grouped as well.
class KeyedPostings {
 public:
  KeyedPostings(const PostingColumns& columns,
                std::span<const std::pair<std::uint32_t, std::uint32_t>> key_rows, const Catalog& catalog,
                const IndexTuning& tuning);
  std::span<const std::uint32_t> rows(std::uint32_t key) const { return lists_[key]; }
  std::span<const PostingDigest> digests(std::uint32_t key) const {
    const auto rows = lists_[key];
    return rows.empty() ? std::span<const PostingDigest>{}
                        : std::span{digests_}.subspan(lists_.first(key), rows.size());
  }
  const PostingGroups* groups(std::uint32_t key) const {
    return key < groups_.size() ? groups_[key].get() : nullptr;
  }
  std::size_t bytes() const;

 private:
  RowLists lists_;
  std::vector<PostingDigest> digests_;  // parallel to all lists
  std::vector<std::unique_ptr<const PostingGroups>> groups_;
};

class PostingIndex {
 public:
  PostingIndex(const PostingColumns& columns, const Catalog& catalog, const IndexTuning& tuning);

  const PostingGroups& all() const { return all_; }
  const KeyedPostings& by_employer() const { return by_employer_; }
  const KeyedPostings& by_certificate() const { return by_certificate_; }
  std::span<const std::uint32_t> order_classes(Slot school) const { return order_classes_[school]; }
  std::size_t bytes() const;

 private:
  PostingGroups all_;
  KeyedPostings by_employer_;
  KeyedPostings by_certificate_;
  RowLists order_classes_;
};

}  // namespace talentmatch
