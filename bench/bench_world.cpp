#include "bench/bench_world.hpp"

namespace talentmatch::bench {
namespace {

void apply_all(Market& market, const World& world, Collection collection) {
  std::vector<Mutation> batch;
  for (std::uint32_t i = 0; i < world.count(collection); ++i) {
    Record record = world.record(collection, i);
    std::string id = id_of(record);
    batch.push_back({.collection = collection, .id = std::move(id), .record = std::move(record)});
  }
  market.apply(batch, 1);
}

}  // namespace

Result<std::unique_ptr<Market>> market_of(const std::shared_ptr<const Catalog>& catalog,
                                          const WorldOptions& options) {
  const auto world = World::create(*catalog, options);
  if (!world) return std::unexpected(world.error());
  auto market = std::make_unique<Market>(catalog);
  for (const Collection c : {Collection::schools, Collection::employers, Collection::ties}) {
    apply_all(*market, *world, c);
  }
  std::vector<std::unique_ptr<Market::Part>> parts;
  parts.push_back(market->part());
  for (const Collection c : {Collection::graduates, Collection::postings}) {
    for (std::uint32_t i = 0; i < world->count(c); ++i) parts.back()->add(world->record(c, i));
  }
  market->adopt(std::move(parts), 1);
  return market;
}

}  // namespace talentmatch::bench
