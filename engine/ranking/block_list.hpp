#pragma once
// Digests of rows by key, within a key by area: the rows near a place are one run, read from end to end. Each
// block of a few digests has a summary, so that a block in which nothing can enter is passed over unread.

#include <algorithm>
#include <cstdint>
#include <span>
#include <vector>

#include <oneapi/tbb/parallel_sort.h>

#include "engine/catalog/region_range.hpp"

namespace talentmatch {

// Digest has `area`; Summary is made from the digests of a block.
template <class Digest, class Summary>
class BlockList {
 public:
  struct Entry {
    std::uint32_t key = 0;
    std::uint64_t order = 0;  // within a key, areas ascending
    Digest digest;
  };

  BlockList(std::vector<Entry> entries, std::size_t block) : block_(block) {
    oneapi::tbb::parallel_sort(entries.begin(), entries.end(), [](const Entry& a, const Entry& b) {
      return a.key != b.key ? a.key < b.key : a.order < b.order;
    });
    digests_.reserve(entries.size());
    for (const Entry& entry : entries) {
      close_keys_to(entry.key);
      digests_.push_back(entry.digest);
    }
    close_keys_to(first_.size());
    first_.shrink_to_fit();
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
    return key + 1 < first_.size() ? Run{first_[key], first_[key + 1]} : Run{};
  }
  // The part of a key's run that lies in the areas.
  Run within(Run run, RegionRange areas) const {
    const auto first = digests_.begin() + run.first;
    const auto last = digests_.begin() + run.last;
    const auto from =
        std::partition_point(first, last, [&](const Digest& d) { return d.area < areas.first; });
    if (from == last || from->area > areas.last) return {run.last, run.last};
    const auto to = std::partition_point(from, last, [&](const Digest& d) { return d.area <= areas.last; });
    return {static_cast<std::uint32_t>(from - digests_.begin()),
            static_cast<std::uint32_t>(to - digests_.begin())};
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
           first_.capacity() * sizeof(std::uint32_t);
  }

 private:
  void close_keys_to(std::size_t key) {
    while (first_.size() <= key) first_.push_back(static_cast<std::uint32_t>(digests_.size()));
  }

  std::size_t block_;
  std::vector<Digest> digests_;
  std::vector<Summary> summaries_;
  std::vector<std::uint32_t> first_;
};

}  // namespace talentmatch
