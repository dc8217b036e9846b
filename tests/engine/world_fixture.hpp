#pragma once
// A random world as records and the same world in a market.

#include "tests/support/market_feed.hpp"
#include "tests/support/random_updates.hpp"
#include "tests/support/ranking_paths.hpp"
#include "tests/support/shipped_catalog.hpp"

namespace talentmatch::testing {

// Small thresholds reach the finer structures of the index in small worlds.
inline IndexTuning random_tuning(Dice& dice) {
  if (dice.chance(15)) return {};
  return {.indexed_rows = dice.pick<std::size_t>({1, 5, 30}),
          .block_rows = dice.pick<std::size_t>({1, 2, 3, 7, 16}),
          .many_tied = dice.pick<std::size_t>({0, 3, 100})};
}

struct WorldFixture {
  // `change` is made to the records before the market gets them.
  explicit WorldFixture(std::uint64_t seed, std::optional<WorldSize> size = {},
                        void (*change)(RandomWorld&, Dice&) = nullptr)
      : dice(seed),
        catalog(dice.chance(70) ? shipped_catalog() : catalog_with_occupations()),
        world(random_world(catalog.vocabulary, dice, size ? *size : random_size(dice))),
        market(catalog.catalog, random_tuning(dice)),
        feed(market, dice) {
    if (change != nullptr) change(world, dice);
    feed.apply(mutations_of(world.records));
  }

  Dice dice;
  const ShippedCatalog& catalog;
  RandomWorld world;
  Market market;
  MarketFeed feed;
  RankingPaths paths;
};

}  // namespace talentmatch::testing
