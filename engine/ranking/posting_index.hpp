#pragma once
// A posting segment arranged for graduates' queries. Postings that can never be proposed (closed, no seat
// left) are left out; order classes lie by school, all others by accepted entry and again by employer and by
// asked certificate, because a tie or a held certificate lifts a posting above the bound of the others.

#include <cstdint>
#include <span>

#include "engine/catalog/catalog.hpp"
#include "engine/market/segment.hpp"
#include "engine/ranking/block_list.hpp"
#include "engine/ranking/posting_digest.hpp"
#include "engine/ranking/row_lists.hpp"

namespace talentmatch {

// The keys of postings: every accepted entry, then "any major", then the category groups. A posting
// lies under each of its entries and under each category group of them.
class PostingKeys {
 public:
  explicit PostingKeys(const Catalog& catalog)
      : entries_(catalog.entry_count()), families_(catalog.family_count()) {}
  static std::uint16_t of(EntryId entry) { return index_of(entry); }
  // Not a key: stands for entries of several category groups. That of a group stands for several of its
  // entries.
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

using PostingList = BlockList<PostingDigest, PostingBlock>;

class PostingIndex {
 public:
  PostingIndex(const PostingColumns& columns, const Catalog& catalog, const IndexTuning& tuning);

  // By PostingKeys.
  const PostingList& by_key() const { return by_key_; }
  // By slot and by certificate.
  const PostingList& by_employer() const { return by_employer_; }
  const PostingList& by_certificate() const { return by_certificate_; }
  std::span<const std::uint32_t> order_classes(Slot school) const { return order_classes_[school]; }
  std::size_t bytes() const;

 private:
  PostingList by_key_;
  PostingList by_employer_;
  PostingList by_certificate_;
  RowLists order_classes_;
};

}  // namespace talentmatch
