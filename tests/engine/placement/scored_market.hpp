#pragma once
// Random choice lists with seats, without a world behind them.

#include <algorithm>
#include <numeric>

#include "engine/placement/choice_lists.hpp"
#include "tests/support/dice.hpp"

namespace talentmatch::testing {

struct ScoredMarket {
  ChoiceLists lists;
  std::vector<std::int32_t> seats;
};

struct MarketSize {
  int graduates = 0;
  int postings = 0;
  int longest_list = 0;
  int most_seats = 1;
  int most_points = 1000;  // few make many ties
};

// Choices in order of S, then of the posting's row.
inline std::vector<Choice> random_list(Dice& dice, const MarketSize& size) {
  std::vector<std::uint32_t> rows(static_cast<std::size_t>(size.postings));
  std::iota(rows.begin(), rows.end(), 0U);
  std::vector<Choice> list;
  for (const auto posting : dice.some(rows, static_cast<std::size_t>(size.longest_list))) {
    list.push_back({.posting = posting,
                    .graduate_view = static_cast<std::uint16_t>(dice.between(0, size.most_points)),
                    .employer_view = static_cast<std::uint16_t>(dice.between(0, size.most_points))});
  }
  std::ranges::sort(list, [](const Choice& a, const Choice& b) {
    return a.graduate_view != b.graduate_view ? a.graduate_view > b.graduate_view : a.posting < b.posting;
  });
  return list;
}

inline ScoredMarket random_market(Dice& dice, const MarketSize& size) {
  ScoredMarket market;
  for (int i = 0; i < size.graduates; ++i) market.lists.append(random_list(dice, size));
  for (int i = 0; i < size.postings; ++i) market.seats.push_back(dice.between(0, size.most_seats));
  return market;
}

}  // namespace talentmatch::testing
