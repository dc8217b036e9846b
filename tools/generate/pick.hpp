#pragma once
// Drawing a row of a table of figures by its share.

#include <cstddef>

#include "tools/generate/random.hpp"

namespace talentmatch::world {

// share(row) for each row; they need not add up to 10,000.
template <class Rows, class ShareOf>
std::size_t pick_position(const Rows& rows, ShareOf share, Random& random) {
  std::uint64_t total = 0;
  for (const auto& row : rows) total += share(row);
  std::uint64_t at = random.below(total);
  std::size_t position = 0;
  for (; at >= share(rows[position]); ++position) at -= share(rows[position]);
  return position;
}

// A row by the member that holds its share.
template <class Rows, class Row>
const Row& pick_row(const Rows& rows, Share Row::* share, Random& random) {
  return rows[pick_position(rows, [&](const Row& row) { return row.*share; }, random)];
}

// The value of an Option<T>.
template <class Options>
auto pick_value(const Options& options, Random& random) {
  return options[pick_position(options, [](const auto& option) { return option.share; }, random)].value;
}

}  // namespace talentmatch::world
