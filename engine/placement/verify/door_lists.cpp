#include "engine/placement/verify/door_lists.hpp"

#include <algorithm>
#include <numeric>
#include <tuple>

namespace talentmatch::verify {
namespace {

constexpr std::size_t kCelled = 48;

Door door_of(std::uint32_t posting, const PostingFacts& facts, const Bar& easiest) {
  Door door{.posting = posting,
            .offer = facts.offer,
            .region = facts.region,
            .min_rank = facts.min_rank,
            .kind = facts.kind,
            .fresh = facts.fresh};
  door.entry_count = static_cast<std::uint8_t>(std::min(facts.majors.size(), kDoorEntries + 1));
  if (door.entry_count <= kDoorEntries) std::ranges::copy(facts.majors, door.entries.begin());
  for (const auto& item : facts.required) door.asked |= asked_bit(item.certificate);
  for (const auto& item : facts.preferred) door.asked |= asked_bit(item.certificate);
  if (facts.kind == PostingKind::order_class || easiest.kind == Bar::Kind::open) return door;
  const bool shut = easiest.kind == Bar::Kind::shut;
  door.bar_order = shut ? std::numeric_limits<std::int32_t>::min() : easiest.last.order;
  door.bar_lottery = easiest.last.lottery;
  return door;
}

}  // namespace

struct DoorLists::Item {
  std::uint16_t key = 0;
  bool strict = false;
  std::uint32_t ease = 0;  // place among all by bar, the easiest first
  Door door;

  bool asks() const { return door.asked != 0; }
  auto group() const { return std::tuple{key, door.min_rank, door.kind, door.fresh, asks(), strict}; }
  auto order() const { return std::pair{group(), ease}; }
  auto place() const { return std::tuple{index_of(door.region), ease}; }
};

DoorLists::DoorLists(const Field& field, std::span<const Bars> bars)
    : any_(field.snapshot().catalog().entry_count()) {
  std::vector<std::uint32_t> by_ease(field.postings());
  std::iota(by_ease.begin(), by_ease.end(), 0U);
  std::ranges::sort(by_ease, [&](std::uint32_t a, std::uint32_t b) {
    if (easier(bars[a].members, bars[b].members)) return true;
    return !easier(bars[b].members, bars[a].members) && a < b;
  });
  const Catalog& catalog = field.snapshot().catalog();
  std::vector<std::size_t> keys;
  by_certificate_.resize(catalog.certificate_count());
  by_employer_.resize(field.snapshot().employers().slots());
  by_school_.resize(field.snapshot().schools().slots());
  std::vector<Item> items;
  for (std::uint32_t ease = 0; ease < by_ease.size(); ++ease) {
    const PostingFacts facts = field.posting(by_ease[ease]);
    const Door door = door_of(by_ease[ease], facts, bars[by_ease[ease]].members);
    if (facts.kind == PostingKind::order_class) {
      by_school_[facts.school].push_back(door);
      continue;
    }
    by_employer_[facts.employer].push_back(door);
    if (!facts.required.empty()) {
      by_certificate_[index_of(facts.required.front().certificate)].push_back(door);
      continue;
    }
    keys.clear();
    if (facts.majors.empty()) keys.push_back(any_);
    for (const EntryId entry : facts.majors) {
      keys.push_back(index_of(entry));
      keys.push_back(any_ + 1 + catalog.family_of(entry));
    }
    std::ranges::sort(keys);
    const auto repeated = std::ranges::unique(keys);
    for (auto key = keys.begin(); key != repeated.begin(); ++key) {
      items.push_back({.key = static_cast<std::uint16_t>(*key),
                       .strict = facts.majors_strict,
                       .ease = ease,
                       .door = door});
    }
  }
  std::ranges::sort(items, {}, &Item::order);
  std::size_t at = 0;
  for (std::size_t key = 0; key <= any_ + 1 + catalog.family_count(); ++key) {
    first_group_.push_back(static_cast<std::uint32_t>(groups_.size()));
    while (at < items.size() && items[at].key == key) {
      const auto first = at;
      while (at < items.size() && items[at].group() == items[first].group()) ++at;
      add_group(std::span{items}.subspan(first, at - first));
    }
  }
}

void DoorLists::add_group(std::span<Item> items) {
  const auto end = [this] { return static_cast<std::uint32_t>(doors_.size()); };
  DoorGroup group;
  group.min_rank = items.front().door.min_rank;
  group.kind = items.front().door.kind;
  group.fresh = items.front().door.fresh;
  group.asks = items.front().asks();
  group.strict = items.front().strict;
  group.all.first = end();
  for (const Item& item : items) doors_.push_back(item.door);
  group.all.last = end();
  group.cells.first = static_cast<std::uint32_t>(cells_.size());
  if (items.size() >= kCelled) {
    std::ranges::sort(items, {}, &Item::place);
    for (std::size_t at = 0; at < items.size();) {
      DoorCell cell{.region = items[at].door.region, .doors = {end(), 0}};
      while (at < items.size() && items[at].door.region == cell.region) doors_.push_back(items[at++].door);
      cell.doors.last = end();
      cells_.push_back(cell);
    }
  }
  group.cells.last = static_cast<std::uint32_t>(cells_.size());
  groups_.push_back(group);
}

std::span<const DoorCell> DoorLists::cells(const DoorGroup& group, RegionRange range) const {
  const auto all = std::span{cells_}.subspan(group.cells.first, group.cells.last - group.cells.first);
  const auto first = std::ranges::lower_bound(all, range.first, {},
                                              [](const DoorCell& cell) { return index_of(cell.region); });
  const auto last = std::ranges::upper_bound(all, range.last, {},
                                             [](const DoorCell& cell) { return index_of(cell.region); });
  return {first, last};
}

std::span<const Door> DoorLists::requiring(CertificateId certificate) const {
  return by_certificate_[index_of(certificate)];
}

std::span<const Door> DoorLists::of_employer(Slot employer) const {
  return employer < by_employer_.size() ? std::span<const Door>{by_employer_[employer]}
                                        : std::span<const Door>{};
}

std::span<const Door> DoorLists::order_classes(Slot school) const {
  return school < by_school_.size() ? std::span<const Door>{by_school_[school]} : std::span<const Door>{};
}

}  // namespace talentmatch::verify
