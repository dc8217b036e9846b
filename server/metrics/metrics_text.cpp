#include <iterator>
#include <numeric>

#include <fmt/format.h>

#include "server/metrics/metrics.hpp"

namespace talentmatch {

namespace {

struct RouteSums {
  std::array<std::uint64_t, kStatuses.size() + 1> statuses{};
  std::array<std::uint64_t, kLatencyBounds.size() + 1> latencies{};
  std::uint64_t nanoseconds = 0;

  void add(const RouteCounters& counters) {
    for (std::size_t i = 0; i < statuses.size(); ++i) statuses[i] += counters.statuses[i].value();
    for (std::size_t i = 0; i < latencies.size(); ++i) latencies[i] += counters.latencies[i].value();
    nanoseconds += counters.nanoseconds.value();
  }
  std::uint64_t requests() const {
    return std::accumulate(latencies.begin(), latencies.end(), std::uint64_t{0});
  }
};

std::string labels_of(std::span<const Route> routes, std::size_t number) {
  if (number == routes.size()) return R"(method="",route="")";
  const auto method = boost::beast::http::to_string(routes[number].method);
  return fmt::format(R"(method="{}",route="{}")", std::string_view(method.data(), method.size()),
                     routes[number].path);
}

void append_requests(std::string& out, const std::string& labels, const RouteSums& sums) {
  for (std::size_t i = 0; i < sums.statuses.size(); ++i) {
    if (sums.statuses[i] == 0) continue;
    const std::string status = i < kStatuses.size() ? fmt::format("{}", kStatuses[i]) : "other";
    fmt::format_to(std::back_inserter(out), "talentmatch_http_requests_total{{{},status=\"{}\"}} {}\n",
                   labels, status, sums.statuses[i]);
  }
}

void append_histogram(std::string& out, const std::string& labels, const RouteSums& sums) {
  constexpr std::string_view kName = "talentmatch_http_request_duration_seconds";
  const auto to = std::back_inserter(out);
  std::uint64_t below = 0;
  for (std::size_t i = 0; i < kLatencyBounds.size(); ++i) {
    below += sums.latencies[i];
    fmt::format_to(to, "{}_bucket{{{},le=\"{}\"}} {}\n", kName, labels, kLatencyBounds[i] / 1e6, below);
  }
  fmt::format_to(to, "{}_bucket{{{},le=\"+Inf\"}} {}\n", kName, labels, sums.requests());
  fmt::format_to(to, "{}_sum{{{}}} {}\n", kName, labels, static_cast<double>(sums.nanoseconds) / 1e9);
  fmt::format_to(to, "{}_count{{{}}} {}\n", kName, labels, sums.requests());
}

}  // namespace

void Metrics::append_text(std::string& out, std::span<const Route> routes) const {
  std::vector<RouteSums> sums(routes.size() + 1);
  for (const auto& shard : shards_) {
    for (std::size_t i = 0; i < sums.size(); ++i) sums[i].add(shard->routes()[i]);
  }
  out +=
      "# HELP talentmatch_http_requests_total Requests answered.\n# TYPE talentmatch_http_requests_total "
      "counter\n";
  for (std::size_t i = 0; i < sums.size(); ++i) append_requests(out, labels_of(routes, i), sums[i]);
  out +=
      "# HELP talentmatch_http_request_duration_seconds From a request's last byte to its answer.\n"
      "# TYPE talentmatch_http_request_duration_seconds histogram\n";
  for (std::size_t i = 0; i < sums.size(); ++i) {
    if (sums[i].requests() > 0) append_histogram(out, labels_of(routes, i), sums[i]);
  }
  std::uint64_t repeated = 0;
  for (const auto& shard : shards_) repeated += shard->repeated_answers();
  fmt::format_to(std::back_inserter(out),
                 "# HELP talentmatch_http_answers_repeated_total Answers given again as they were kept.\n"
                 "# TYPE talentmatch_http_answers_repeated_total counter\n"
                 "talentmatch_http_answers_repeated_total {}\n",
                 repeated);
}

}  // namespace talentmatch
