#pragma once
// Rows of a segment arranged for best-first search: by key (an accepted entry, a major), within a key in
// groups of rows with a common bound, within a group once in tie order and, if it is large, once more by
// area, so that the rows near a place are found without touching the others.

#include <algorithm>
#include <cstdint>
#include <span>
#include <vector>

#include "engine/catalog/catalog.hpp"

namespace talentmatch {

struct RowGroup {
  std::uint32_t first = 0;  // of the rows in tie order
  std::uint32_t last = 0;
  std::uint32_t first_cell = 0;  // none for a small group: scan it
  std::uint32_t last_cell = 0;

  std::uint32_t size() const { return last - first; }
  bool has_cells() const { return first_cell != last_cell; }
};

class GroupedRows {
 public:
  // One row under one key; rows of a key with the same `split` form a group.
  struct Entry {
    std::uint16_t key = 0;
    std::uint16_t split = 0;
    std::uint32_t row = 0;
  };
  // The areas that a row belongs to are appended to `areas` (without duplicates).
  struct AreasOf {
    virtual ~AreasOf() = default;
    virtual void append(std::uint32_t row, std::vector<std::uint16_t>& areas) const = 0;
  };

  // Groups of at least `celled_rows` rows get cells.
  GroupedRows(std::vector<Entry> entries, std::size_t keys, const AreasOf& areas, std::size_t celled_rows);

  // Indices of a key's groups: [first, last).
  struct GroupRange {
    std::uint32_t first = 0;
    std::uint32_t last = 0;
  };
  GroupRange groups_of(std::size_t key) const { return {first_group_[key], first_group_[key + 1]}; }
  std::size_t group_count() const { return groups_.size(); }
  const RowGroup& group(std::uint32_t g) const { return groups_[g]; }
  std::span<const std::uint32_t> rows(const RowGroup& group) const {
    return std::span{rows_}.subspan(group.first, group.size());
  }
  // f(area, rows in tie order) for the group's cells whose area lies in the range, ascending.
  template <class F>
  void for_each_cell(const RowGroup& group, RegionRange areas, F&& f) const {
    for (auto cell = first_cell(group, areas.first); cell < group.last_cell; ++cell) {
      if (cell_areas_[cell] > areas.last) return;
      f(cell_areas_[cell],
        std::span{cell_rows_}.subspan(cell_first_[cell], cell_first_[cell + 1] - cell_first_[cell]));
    }
  }
  std::size_t bytes() const;

 private:
  std::uint32_t first_cell(const RowGroup& group, std::uint16_t area) const {
    const auto first = cell_areas_.begin();
    return static_cast<std::uint32_t>(
        std::lower_bound(first + group.first_cell, first + group.last_cell, area) - first);
  }
  void add_cells(RowGroup& group, const AreasOf& areas);

  std::vector<std::uint32_t> first_group_;
  std::vector<RowGroup> groups_;
  std::vector<std::uint32_t> rows_;
  std::vector<std::uint16_t> cell_areas_;
  std::vector<std::uint32_t> cell_first_{0};
  std::vector<std::uint32_t> cell_rows_;
};

}  // namespace talentmatch
