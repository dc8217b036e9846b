#include "engine/placement/max_score/auction.hpp"

#include <algorithm>
#include <functional>
#include <numeric>

#include <tbb/blocked_range.h>
#include <tbb/parallel_reduce.h>

namespace talentmatch {

Auction::Auction(const ChoiceLists& lists, std::span<const std::int32_t> seats, Price scale)
    : offers_(Offers::by_graduate(lists)), seats_(seats), held_(lists.graduates(), kNothing), scale_(scale) {}

void Auction::reopen(Price discount) {
  seats_.reopen(discount);
  std::ranges::fill(held_, kNothing);
}

std::int64_t Auction::total() const {
  return std::transform_reduce(held_.begin(), held_.end(), std::int64_t{0}, std::plus{},
                               [](const Offer& held) { return std::int64_t{held.score}; });
}

std::int64_t Auction::bound() const {
  Price cost = 0;
  for (std::uint32_t posting = 0; posting < prices().size(); ++posting) {
    cost += static_cast<Price>(seats_.of(posting).size()) * prices()[posting];
  }
  const auto profits = tbb::parallel_reduce(
      tbb::blocked_range<std::uint32_t>(0, static_cast<std::uint32_t>(offers_.size())), Price{0},
      [&](const auto& range, Price sum) {
        for (auto graduate = range.begin(); graduate != range.end(); ++graduate) {
          sum += best_bid(graduate).profit;
        }
        return sum;
      },
      std::plus{});
  return (cost + profits) / scale_;
}

}  // namespace talentmatch
