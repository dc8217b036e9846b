#include "tests/support/market_feed.hpp"

#include <algorithm>
#include <stdexcept>

namespace talentmatch::testing {

void MarketFeed::apply(std::span<const Mutation> mutations) {
  const int sizes[] = {1, 3, 20, 200, 100'000};
  while (!mutations.empty()) {
    const auto most = static_cast<std::size_t>(sizes[dice_.below(5)]);
    const std::size_t count = std::min(most, mutations.size());
    apply_batch(mutations.first(count));
    mutations = mutations.subspan(count);
  }
}

void MarketFeed::apply_batch(std::span<const Mutation> batch) {
  for (std::size_t i = 0; i < batch.size(); ++i) {
    if (!batch[i].record) continue;
    const auto admitted = market_.admit(*batch[i].record, batch.first(i));
    if (!admitted) throw std::logic_error(message(admitted.error(), Language::en));
  }
  const auto merge = dice_.chance(30) ? market_.prepare_merge() : nullptr;
  market_.apply(batch, ++commit_);
  if (merge) market_.install(*merge);
}

}  // namespace talentmatch::testing
