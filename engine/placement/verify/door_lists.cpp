#include "engine/placement/verify/door_lists.hpp"

#include <algorithm>
#include <numeric>
#include <tuple>

namespace talentmatch::verify {
namespace {

constexpr std::size_t kCelled = 48;

}  // namespace

struct DoorLists::Item {
  std::uint16_t key = 0;
  std::uint8_t min_rank = 0;
  bool asks = false;
  bool strict = false;
  RegionId region{};
  std::uint32_t ease = 0;  // place among all by bar, the easiest first
  std::uint32_t posting = 0;

  auto group() const { return std::tuple{key, min_rank, asks, strict}; }
  auto order() const { return std::tuple{key, min_rank, asks, strict, ease}; }
  auto place() const { return std::tuple{index_of(region), ease}; }
};

DoorLists::DoorLists(const Field& field, std::span<const Bars> bars) {
  std::vector<std::uint32_t> by_ease(field.postings());
  std::iota(by_ease.begin(), by_ease.end(), 0U);
  std::ranges::stable_sort(by_ease, [&](auto a, auto b) { return easier(bars[a].members, bars[b].members); });
  const auto any = static_cast<std::uint16_t>(field.snapshot().catalog().entry_count());
  by_certificate_.resize(field.snapshot().catalog().certificate_count());
  by_employer_.resize(field.snapshot().employers().slots());
  by_school_.resize(field.snapshot().schools().slots());
  std::vector<Item> items;
  for (std::uint32_t ease = 0; ease < by_ease.size(); ++ease) {
    const PostingFacts facts = field.posting(by_ease[ease]);
    if (facts.kind == PostingKind::order_class) {
      by_school_[facts.school].push_back(by_ease[ease]);
      continue;
    }
    by_employer_[facts.employer].push_back(by_ease[ease]);
    if (!facts.required.empty()) {
      by_certificate_[index_of(facts.required.front().certificate)].push_back(by_ease[ease]);
      continue;
    }
    Item item{.key = any,
              .min_rank = facts.min_rank,
              .asks = !facts.preferred.empty(),
              .strict = facts.majors_strict,
              .region = facts.region,
              .ease = ease,
              .posting = by_ease[ease]};
    if (facts.majors.empty()) items.push_back(item);
    for (const EntryId entry : facts.majors) {
      item.key = index_of(entry);
      items.push_back(item);
    }
  }
  std::ranges::sort(items, {}, &Item::order);
  std::size_t at = 0;
  for (std::size_t key = 0; key <= std::size_t{any} + 1; ++key) {
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
  group.min_rank = items.front().min_rank;
  group.asks = items.front().asks;
  group.strict = items.front().strict;
  group.all.first = end();
  for (const Item& item : items) doors_.push_back(item.posting);
  group.all.last = end();
  group.cells.first = static_cast<std::uint32_t>(cells_.size());
  if (items.size() >= kCelled) {
    std::ranges::sort(items, {}, &Item::place);
    for (std::size_t at = 0; at < items.size();) {
      DoorCell cell{.region = items[at].region, .doors = {end(), 0}};
      while (at < items.size() && items[at].region == cell.region) doors_.push_back(items[at++].posting);
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

std::span<const std::uint32_t> DoorLists::requiring(CertificateId certificate) const {
  return by_certificate_[index_of(certificate)];
}

std::span<const std::uint32_t> DoorLists::of_employer(Slot employer) const {
  return employer < by_employer_.size() ? std::span<const std::uint32_t>{by_employer_[employer]}
                                        : std::span<const std::uint32_t>{};
}

std::span<const std::uint32_t> DoorLists::order_classes(Slot school) const {
  return school < by_school_.size() ? std::span<const std::uint32_t>{by_school_[school]}
                                    : std::span<const std::uint32_t>{};
}

}  // namespace talentmatch::verify
