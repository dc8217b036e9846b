#pragma once
// A generated world in a market, for benchmarks of the engine alone.

#include <memory>

#include "engine/market/market.hpp"
#include "tools/generate/world.hpp"

namespace talentmatch::bench {

// All records, merged into one indexed segment a side.
Result<std::unique_ptr<Market>> market_of(const std::shared_ptr<const Catalog>& catalog,
                                          const WorldOptions& options);

}  // namespace talentmatch::bench
