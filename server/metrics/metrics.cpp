#include "server/metrics/metrics.hpp"

#include <algorithm>

namespace talentmatch {

void MetricsShard::record(std::size_t route, unsigned status, std::chrono::nanoseconds latency) {
  RouteCounters& counters = routes_[route];
  const auto known = std::ranges::find(kStatuses, status);
  counters.statuses[static_cast<std::size_t>(known - kStatuses.begin())].add(1);
  const auto spent = std::max<std::int64_t>(latency.count(), 0);
  const auto bound = std::ranges::find_if(kLatencyBounds,
                                          [&](std::uint32_t us) { return spent <= std::int64_t{us} * 1000; });
  counters.latencies[static_cast<std::size_t>(bound - kLatencyBounds.begin())].add(1);
  counters.nanoseconds.add(static_cast<std::uint64_t>(spent));
}

Metrics::Metrics(std::size_t threads, std::size_t routes) {
  for (std::size_t i = 0; i < threads; ++i) shards_.push_back(std::make_unique<MetricsShard>(routes));
}

}  // namespace talentmatch
