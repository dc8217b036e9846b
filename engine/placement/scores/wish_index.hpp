#pragma once
// The postings of a field arranged for graduates' unlimited lists: a card of each, and those that a tie or a
// certificate may lift above others once more by employer and under each certificate that they ask for; order
// classes by school.

#include <cstdint>
#include <span>
#include <vector>

#include "engine/memory/flat_vector.hpp"
#include "engine/placement/field.hpp"
#include "engine/placement/scores/posting_card.hpp"

namespace talentmatch {

class WishIndex {
 public:
  // O(n) in the postings and the certificates that they ask for.
  explicit WishIndex(const Field& field);

  const Field& field() const { return field_; }
  std::uint32_t postings() const { return static_cast<std::uint32_t>(cards_.size()); }
  const PostingCard& card(std::uint32_t posting) const { return cards_[posting]; }
  void fetch_card(std::uint32_t posting) const { __builtin_prefetch(&cards_[posting]); }
  std::span<const EntryId> entries(std::uint32_t posting) const {
    const PostingCard& card = cards_[posting];
    if (card.has_all_entries()) return std::span{card.entries}.first(card.majors);
    return field_.posting(posting).majors;
  }

  // All but order classes.
  std::span<const ListedPosting> of_employer(Slot employer) const { return by_employer_[employer]; }
  std::span<const ListedPosting> asking(CertificateId certificate) const {
    return by_certificate_[index_of(certificate)];
  }
  std::span<const ListedPosting> order_classes(Slot school) const { return by_school_[school]; }

 private:
  struct Item {
    std::uint32_t key = 0;
    ListedPosting posting;
  };
  class Lists {  // by a dense key
   public:
    Lists() = default;
    explicit Lists(std::span<const Item> items);
    std::span<const ListedPosting> operator[](std::uint32_t key) const {
      if (key + 1 >= first_.size()) return {};
      return std::span{postings_}.subspan(first_[key], first_[key + 1] - first_[key]);
    }

   private:
    std::vector<std::uint32_t> first_;
    FlatVector<ListedPosting> postings_;
  };

  const Field& field_;
  FlatVector<PostingCard> cards_;
  Lists by_employer_;
  Lists by_certificate_;
  Lists by_school_;
};

}  // namespace talentmatch
