#pragma once
// The postings of a field arranged for graduates' unlimited lists, as cards: by key (an accepted entry, "any
// major", a category group), within a key in groups of equal min_level that ask for certificates or do not,
// so that one E fits a group; within a group by region. Those that require certificates lie under each that
// they ask for, and so do those that prefer some, once more; all but order classes again by employer, for the
// ties; order classes by school.

#include <cstdint>
#include <span>
#include <vector>

#include "engine/placement/field.hpp"
#include "engine/placement/scores/posting_card.hpp"
#include "engine/ranking/posting_index.hpp"
#include "engine/ranking/row_lists.hpp"

namespace talentmatch {

struct CardRun {  // [first, last) of the cards
  std::uint32_t first = 0;
  std::uint32_t last = 0;

  std::uint32_t size() const { return last - first; }
};

struct CardGroup {
  CardRun run;
  std::uint8_t min_rank = 0;
  bool asks = false;
  bool wide = false;        // to be gone through region by region
  std::uint32_t parts = 0;  // if wide: its first part of WishIndex
};

class WishIndex {
 public:
  // O(n log n) in the accepted entries of all postings.
  WishIndex(const Field& field, std::uint32_t wide_group);

  std::span<const CardGroup> groups(std::uint16_t key) const {
    return std::span{groups_}.subspan(first_group_[key], first_group_[key + 1] - first_group_[key]);
  }
  // The part of a wide group that lies in the regions.
  CardRun within(const CardGroup& group, RegionRange regions) const;
  CardRun of_employer(Slot employer) const { return run(by_employer_, employer); }
  CardRun asking(CertificateId certificate) const { return run(by_certificate_, index_of(certificate)); }
  CardRun order_classes(Slot school) const { return run(by_school_, school); }

  std::uint32_t size() const { return static_cast<std::uint32_t>(cards_.size()); }
  const PostingCard& card(std::uint32_t place) const { return cards_[place]; }
  std::span<const PostingCard> cards(CardRun run) const {
    return std::span{cards_}.subspan(run.first, run.size());
  }
  void fetch_card(std::uint32_t place) const { __builtin_prefetch(&cards_[place]); }
  void fetch_digests(std::uint32_t first, std::uint32_t last) const {
    __builtin_prefetch(&digests_[first]);
    __builtin_prefetch(&digests_[last - 1]);
  }
  const CardDigest& digest(std::uint32_t place) const { return digests_[place]; }
  // Where a posting's cards lie; of an order class none is told.
  std::span<const std::uint32_t> places(std::uint32_t posting) const { return places_[posting]; }

 private:
  static constexpr std::uint32_t kPartRegions = 64;

  class Maker;
  struct Item;
  using Firsts = std::vector<std::uint32_t>;  // by key: its first card; one more at the end

  void add(const Item& item);
  void add_parts(CardGroup& group);
  void add_groups(std::vector<Item> items, std::size_t keys, std::uint32_t wide_group);
  Firsts add_runs(std::vector<Item> items);
  static CardRun run(const Firsts& firsts, std::uint32_t key) {
    return key + 1 < firsts.size() ? CardRun{firsts[key], firsts[key + 1]} : CardRun{};
  }

  std::uint32_t regions_ = 0;  // of the catalogue
  std::vector<std::uint32_t> first_group_;
  std::vector<CardGroup> groups_;
  std::vector<PostingCard> cards_;
  // Of a wide group: where the cards of regions [n kPartRegions, (n + 1) kPartRegions) begin; the end.
  std::vector<std::uint32_t> parts_;
  std::vector<CardDigest> digests_;  // of the cards
  Firsts by_employer_;
  Firsts by_certificate_;
  Firsts by_school_;
  RowLists places_;
};

}  // namespace talentmatch
