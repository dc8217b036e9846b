#pragma once
// Digests of rows by key, within a key by area: the rows near a place are one run, read from end to end. Each
// block of a few digests has a summary, so that a block in which nothing can enter is passed over unread.

#include <algorithm>
#include <cstdint>
#include <span>
#include <vector>

#include <oneapi/tbb/parallel_sort.h>

#include "engine/catalog/region_range.hpp"
#include "engine/memory/flat_vector.hpp"

namespace talentmatch {

// Summary is made from the digests of a block. An area is found by the digests' own `area`, or, if they have
// none, by a table of each key's areas: worth its bytes where many digests share an area.
template <class Digest, class Summary>
class BlockList {
 public:
  struct Entry {
    std::uint32_t key = 0;
    std::uint64_t order = 0;  // within a key; the highest 16 bits are the area
    Digest digest;

    std::uint16_t area() const { return static_cast<std::uint16_t>(order >> 48U); }
  };

  BlockList(std::vector<Entry> entries, std::size_t block) : block_(block) {
    oneapi::tbb::parallel_sort(entries.begin(), entries.end(), [](const Entry& a, const Entry& b) {
      return a.key != b.key ? a.key < b.key : a.order < b.order;
    });
    digests_.reserve(entries.size());
    for (const Entry& entry : entries) {
      close_keys_to(entry.key);
      if constexpr (!kOwnArea) note_area(entry.area());
      digests_.push_back(entry.digest);
    }
    close_keys_to(first_.size());
    first_.shrink_to_fit();
    areas_.shrink_to_fit();
    for (std::size_t first = 0; first < digests_.size(); first += block_) {
      summaries_.emplace_back(std::span{digests_}.subspan(first, std::min(block_, digests_.size() - first)));
    }
    summaries_.shrink_to_fit();
  }

  // A run of digests: [first, last).
  struct Run {
    std::uint32_t first = 0;
    std::uint32_t last = 0;

    bool empty() const { return first == last; }
    std::uint32_t size() const { return last - first; }
  };
  Run run(std::size_t key) const {
    return key + 1 < first_.size() ? Run{first_[key].digest, first_[key + 1].digest} : Run{};
  }
  // The part of a key's run that lies in the areas.
  Run within(std::size_t key, RegionRange areas) const {
    if (key + 1 >= first_.size()) return {};
    if constexpr (kOwnArea) {
      const Run run{first_[key].digest, first_[key + 1].digest};
      return part(digests_, run, areas);
    } else {
      const auto last = first_[key + 1];
      const auto [from, to] = part(areas_, {first_[key].area, last.area}, areas);
      const auto begin = [&](std::uint32_t at) { return at == last.area ? last.digest : areas_[at].digest; };
      return {begin(from), begin(to)};
    }
  }
  std::span<const Digest> digests(Run run) const {
    return std::span{digests_}.subspan(run.first, run.size());
  }

  // visit(part of the run), without the blocks that `closed` by their summary.
  template <class Closed, class Visit>
  void for_each_open(Run run, Closed&& closed, Visit&& visit) const {
    while (!run.empty()) {
      const auto block = run.first / block_;
      const auto end = std::min<std::uint32_t>(run.last, static_cast<std::uint32_t>((block + 1) * block_));
      if (!closed(summaries_[block])) visit(digests({run.first, end}));
      run.first = end;
    }
  }
  std::size_t bytes() const {
    return digests_.capacity() * sizeof(Digest) + summaries_.capacity() * sizeof(Summary) +
           first_.capacity() * sizeof(First) + areas_.capacity() * sizeof(AreaStart);
  }

 private:
  static constexpr bool kOwnArea = requires(Digest d) { d.area; };
  struct First {
    std::uint32_t digest = 0;
    std::uint32_t area = 0;  // in areas_
  };
  struct AreaStart {
    std::uint16_t area = 0;
    std::uint32_t digest = 0;  // its first
  };

  void close_keys_to(std::size_t key) {
    const First first{static_cast<std::uint32_t>(digests_.size()), static_cast<std::uint32_t>(areas_.size())};
    while (first_.size() <= key) first_.push_back(first);
  }
  void note_area(std::uint16_t area) {
    if (areas_.size() != first_.back().area && areas_.back().area == area) return;
    areas_.push_back({area, static_cast<std::uint32_t>(digests_.size())});
  }
  // Of rows that are sorted by area.
  template <class Rows>
  static Run part(const Rows& rows, Run run, RegionRange areas) {
    const auto first = rows.begin() + run.first;
    const auto last = rows.begin() + run.last;
    const auto from = std::partition_point(first, last, [&](const auto& r) { return r.area < areas.first; });
    if (from == last || from->area > areas.last) return {run.last, run.last};
    const auto to = std::partition_point(from, last, [&](const auto& r) { return r.area <= areas.last; });
    return {static_cast<std::uint32_t>(from - rows.begin()), static_cast<std::uint32_t>(to - rows.begin())};
  }

  std::size_t block_;
  FlatVector<Digest> digests_;
  FlatVector<Summary> summaries_;
  FlatVector<First> first_;      // by key
  FlatVector<AreaStart> areas_;  // those of each key, ascending
};

}  // namespace talentmatch
