#pragma once
// key -> rows in tie order, for dense keys (an employer's slot, a certificate): one flat array, no per-key
// memory beyond an offset.

#include <algorithm>
#include <cstdint>
#include <span>

#include "engine/memory/flat_vector.hpp"

namespace talentmatch {

class RowLists {
 public:
  RowLists() = default;
  // Pairs in any order; the rows of a key come out ascending.
  explicit RowLists(std::span<const std::pair<std::uint32_t, std::uint32_t>> key_rows) {
    std::uint32_t keys = 0;
    for (const auto& [key, row] : key_rows) keys = std::max(keys, key + 1);
    offsets_.assign(keys + 1, 0);
    for (const auto& [key, row] : key_rows) ++offsets_[key + 1];
    for (std::uint32_t key = 0; key < keys; ++key) offsets_[key + 1] += offsets_[key];
    rows_.resize(key_rows.size());
    auto next = offsets_;
    for (const auto& [key, row] : key_rows) rows_[next[key]++] = row;
    for (std::uint32_t key = 0; key < keys; ++key) {
      std::sort(rows_.begin() + offsets_[key], rows_.begin() + offsets_[key + 1]);
    }
  }

  std::span<const std::uint32_t> operator[](std::uint32_t key) const {
    if (key + 1 >= offsets_.size()) return {};
    return std::span{rows_}.subspan(offsets_[key], offsets_[key + 1] - offsets_[key]);
  }
  // Position of a key's first row among all.
  std::uint32_t first(std::uint32_t key) const { return offsets_[key]; }
  std::span<const std::uint32_t> all() const { return rows_; }
  std::uint32_t keys() const {
    return offsets_.empty() ? 0 : static_cast<std::uint32_t>(offsets_.size() - 1);
  }
  std::size_t bytes() const { return (offsets_.capacity() + rows_.capacity()) * sizeof(std::uint32_t); }

 private:
  FlatVector<std::uint32_t> offsets_;
  FlatVector<std::uint32_t> rows_;
};

}  // namespace talentmatch
