#pragma once
// Lists by dense number, in two arrays: what belongs to group g is one span.

#include <cstdint>
#include <span>
#include <utility>
#include <vector>

namespace talentmatch {

template <class T>
class Grouped {
 public:
  Grouped() : starts_(1, 0) {}

  // Items keep their order inside each group; every group number is below `groups`.
  Grouped(std::size_t groups, std::span<const std::pair<std::uint16_t, T>> links)
      : starts_(groups + 1, 0), items_(links.size()) {
    for (const auto& [group, item] : links) ++starts_[group + std::size_t{1}];
    for (std::size_t g = 0; g < groups; ++g) starts_[g + 1] += starts_[g];
    auto next = starts_;
    for (const auto& [group, item] : links) items_[next[group]++] = item;
  }

  std::size_t size() const { return starts_.size() - 1; }
  std::span<const T> operator[](std::size_t group) const {
    return std::span(items_).subspan(starts_[group], starts_[group + 1] - starts_[group]);
  }

 private:
  std::vector<std::uint32_t> starts_;
  std::vector<T> items_;
};

}  // namespace talentmatch
