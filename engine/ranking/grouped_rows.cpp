#include "engine/ranking/grouped_rows.hpp"

#include <oneapi/tbb/parallel_sort.h>

namespace talentmatch {
namespace {

constexpr std::uint64_t packed(std::uint32_t high, std::uint32_t low) {
  return std::uint64_t{high} << 32U | low;
}

std::vector<std::uint64_t> sorted_keys(std::vector<GroupedRows::Entry> entries) {
  std::vector<std::uint64_t> keys;
  keys.reserve(entries.size());
  for (const auto& e : entries) keys.push_back(packed(std::uint32_t{e.key} << 16U | e.split, e.row));
  oneapi::tbb::parallel_sort(keys.begin(), keys.end());
  return keys;
}

}  // namespace

GroupedRows::GroupedRows(std::vector<Entry> entries, std::size_t keys, const AreasOf& areas,
                         std::size_t celled_rows) {
  const auto sorted = sorted_keys(std::move(entries));
  rows_.reserve(sorted.size());
  for (const auto key : sorted) rows_.push_back(static_cast<std::uint32_t>(key));
  first_group_.reserve(keys + 1);
  const auto close_keys_to = [&](std::size_t key) {
    while (first_group_.size() <= key) first_group_.push_back(static_cast<std::uint32_t>(groups_.size()));
  };
  for (std::size_t first = 0; first < sorted.size();) {
    auto last = first;
    while (last < sorted.size() && sorted[last] >> 32U == sorted[first] >> 32U) ++last;
    close_keys_to(sorted[first] >> 48U);
    groups_.push_back({.first = static_cast<std::uint32_t>(first), .last = static_cast<std::uint32_t>(last)});
    if (last - first >= celled_rows) add_cells(groups_.back(), areas);
    first = last;
  }
  close_keys_to(keys);
  groups_.shrink_to_fit();
  cell_areas_.shrink_to_fit();
  cell_first_.shrink_to_fit();
  cell_rows_.shrink_to_fit();
}

void GroupedRows::add_cells(RowGroup& group, const AreasOf& areas) {
  std::vector<std::uint64_t> area_rows;
  std::vector<std::uint16_t> of_row;
  for (const auto row : rows(group)) {
    of_row.clear();
    areas.append(row, of_row);
    for (const auto area : of_row) area_rows.push_back(packed(area, row));
  }
  std::ranges::sort(area_rows);
  group.first_cell = static_cast<std::uint32_t>(cell_areas_.size());
  for (std::size_t i = 0; i < area_rows.size(); ++i) {
    const auto area = static_cast<std::uint16_t>(area_rows[i] >> 32U);
    if (i == 0 || area != cell_areas_.back()) {
      if (i != 0) cell_first_.push_back(static_cast<std::uint32_t>(cell_rows_.size()));
      cell_areas_.push_back(area);
    }
    cell_rows_.push_back(static_cast<std::uint32_t>(area_rows[i]));
  }
  if (!area_rows.empty()) cell_first_.push_back(static_cast<std::uint32_t>(cell_rows_.size()));
  group.last_cell = static_cast<std::uint32_t>(cell_areas_.size());
}

std::size_t GroupedRows::bytes() const {
  return groups_.capacity() * sizeof(RowGroup) + cell_areas_.capacity() * sizeof(std::uint16_t) +
         (first_group_.capacity() + rows_.capacity() + cell_first_.capacity() + cell_rows_.capacity()) *
             sizeof(std::uint32_t);
}

}  // namespace talentmatch
