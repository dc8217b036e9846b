#pragma once
// Postings that ask the same (an accepted entry or none, kind, min_level, fresh graduates, certificates or
// none), the one whose bar is easiest first; large lists once more by region. Those that require certificates
// lie under the first one.

#include <array>
#include <cstdint>
#include <limits>
#include <span>
#include <vector>

#include "engine/memory/flat_vector.hpp"
#include "engine/placement/field.hpp"
#include "engine/placement/verify/bars.hpp"

namespace talentmatch::verify {

constexpr std::uint64_t asked_bit(CertificateId certificate) {
  return std::uint64_t{1} << (index_of(certificate) % 64U);
}

inline constexpr std::size_t kDoorEntries = 5;

struct Door {
  std::uint32_t posting = 0;
  std::int32_t offer = 0;
  // The last standing that its easiest bar takes; of an order class: takes all.
  std::int32_t bar_order = std::numeric_limits<std::int32_t>::max();
  RegionId region{};
  std::uint64_t bar_lottery = 0;
  std::uint64_t asked = 0;  // a bit for each certificate, some share one
  std::uint8_t min_rank = 0;
  PostingKind kind{};
  FreshGraduates fresh{};
  std::uint8_t entry_count = 0;                 // at most kDoorEntries + 1
  std::array<EntryId, kDoorEntries> entries{};  // that it accepts, if there is room for all
};

struct DoorRange {
  std::uint32_t first = 0;
  std::uint32_t last = 0;
};

struct DoorGroup {
  DoorRange all;
  DoorRange cells;  // of DoorLists::cell, ascending by region; none for a small group
  std::uint8_t min_rank = 0;
  PostingKind kind{};
  FreshGraduates fresh{};
  bool asks = false;
  bool strict = false;
};

struct DoorCell {
  RegionId region{};
  DoorRange doors;
};

class DoorLists {
 public:
  DoorLists(const Field& field, std::span<const Bars> bars);

  // Groups of postings under an accepted entry; of those that name no majors.
  std::span<const DoorGroup> under(EntryId entry) const { return groups(index_of(entry)); }
  std::span<const DoorGroup> open_to_any() const { return groups(any_); }
  // Of those that accept an entry of the category group.
  std::span<const DoorGroup> under_family(std::uint8_t family) const { return groups(any_ + 1U + family); }
  std::span<const Door> doors(DoorRange range) const {
    return std::span{doors_}.subspan(range.first, range.last - range.first);
  }
  // The cells of a group inside the range of regions.
  std::span<const DoorCell> cells(const DoorGroup& group, RegionRange range) const;
  std::span<const Door> requiring(CertificateId certificate) const;
  std::span<const Door> of_employer(Slot employer) const;
  std::span<const Door> order_classes(Slot school) const;

 private:
  struct Item;
  std::span<const DoorGroup> groups(std::size_t key) const {
    return std::span{groups_}.subspan(first_group_[key], first_group_[key + 1] - first_group_[key]);
  }
  void add_group(std::span<Item> items);

  std::size_t any_ = 0;  // key; entries come before it, category groups after it
  std::vector<std::uint32_t> first_group_;
  FlatVector<DoorGroup> groups_;
  FlatVector<DoorCell> cells_;
  FlatVector<Door> doors_;
  std::vector<std::vector<Door>> by_certificate_;
  std::vector<std::vector<Door>> by_employer_;
  std::vector<std::vector<Door>> by_school_;
};

}  // namespace talentmatch::verify
