#pragma once
// Postings that ask the same (an accepted entry or none, min_level, certificates or none), the one whose bar
// is easiest first; large lists once more by region. Those that require certificates lie under the first one.

#include <cstdint>
#include <span>
#include <vector>

#include "engine/placement/field.hpp"
#include "engine/placement/verify/bars.hpp"

namespace talentmatch::verify {

struct DoorRange {
  std::uint32_t first = 0;
  std::uint32_t last = 0;
};

struct DoorGroup {
  DoorRange all;
  DoorRange cells;  // of DoorLists::cell, ascending by region; none for a small group
  std::uint8_t min_rank = 0;
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
  std::span<const DoorGroup> open_to_any() const { return groups(first_group_.size() - 2); }
  std::span<const std::uint32_t> doors(DoorRange range) const {
    return std::span{doors_}.subspan(range.first, range.last - range.first);
  }
  // The cells of a group inside the range of regions.
  std::span<const DoorCell> cells(const DoorGroup& group, RegionRange range) const;
  std::span<const std::uint32_t> requiring(CertificateId certificate) const;
  std::span<const std::uint32_t> of_employer(Slot employer) const;
  std::span<const std::uint32_t> order_classes(Slot school) const;

 private:
  struct Item;
  std::span<const DoorGroup> groups(std::size_t key) const {
    return std::span{groups_}.subspan(first_group_[key], first_group_[key + 1] - first_group_[key]);
  }
  void add_group(std::span<Item> items);

  std::vector<std::uint32_t> first_group_;
  std::vector<DoorGroup> groups_;
  std::vector<DoorCell> cells_;
  std::vector<std::uint32_t> doors_;
  std::vector<std::vector<std::uint32_t>> by_certificate_;
  std::vector<std::vector<std::uint32_t>> by_employer_;
  std::vector<std::vector<std::uint32_t>> by_school_;
};

}  // namespace talentmatch::verify
