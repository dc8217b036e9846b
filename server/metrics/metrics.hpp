#pragma once
// Requests and their latencies per route. Each thread of the server counts in its own shard without locks or
// atomic read-modify-write; a scrape adds the shards up. The latency is that of the handling: from the
// request's last byte to its answer's readiness, without the network.

#include <array>
#include <atomic>
#include <chrono>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "server/routing/route.hpp"

namespace talentmatch {

// One thread adds, any thread reads.
class Counter {
 public:
  void add(std::uint64_t n) { value_.store(value() + n, std::memory_order_relaxed); }
  std::uint64_t value() const { return value_.load(std::memory_order_relaxed); }

 private:
  std::atomic<std::uint64_t> value_{0};
};

inline constexpr std::array<unsigned, 18> kStatuses{200, 201, 304, 400, 401, 403, 404, 405, 408,
                                                    409, 412, 413, 415, 422, 429, 431, 503, 507};

// Upper bounds of the latency buckets in microseconds; one more bucket is open.
inline constexpr std::array<std::uint32_t, 14> kLatencyBounds{
    10, 25, 50, 100, 250, 500, 1000, 2500, 5000, 10'000, 50'000, 250'000, 1'000'000, 10'000'000};

struct RouteCounters {
  std::array<Counter, kStatuses.size() + 1> statuses;  // the last one: any other
  std::array<Counter, kLatencyBounds.size() + 1> latencies;
  Counter nanoseconds;
};

class MetricsShard {
 public:
  // The last number is for requests that found no route.
  explicit MetricsShard(std::size_t routes) : routes_(routes + 1) {}

  void record(std::size_t route, unsigned status, std::chrono::nanoseconds latency);
  void record_repeated_answer() { repeated_answers_.add(1); }
  std::span<const RouteCounters> routes() const { return routes_; }
  std::uint64_t repeated_answers() const { return repeated_answers_.value(); }

 private:
  std::vector<RouteCounters> routes_;
  Counter repeated_answers_;
};

class Metrics {
 public:
  Metrics(std::size_t threads, std::size_t routes);

  MetricsShard& shard(std::size_t thread) { return *shards_[thread]; }
  // The Prometheus text format; routes without requests are left out.
  void append_text(std::string& out, std::span<const Route> routes) const;

 private:
  std::vector<std::unique_ptr<MetricsShard>> shards_;
};

}  // namespace talentmatch
