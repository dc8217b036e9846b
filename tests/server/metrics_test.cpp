#include "server/metrics/metrics.hpp"

#include <catch2/catch.hpp>

namespace talentmatch::testing {

TEST_CASE("shards add up to the Prometheus text") {
  using namespace std::chrono_literals;
  const std::array table{
      Route{.method = Method::get, .path = "/a/{id}", .permit = Permit::nothing(), .handler = Quick{}},
      Route{.method = Method::put, .path = "/unused", .permit = Permit::nothing(), .handler = Quick{}}};
  Metrics metrics(2, table.size());
  metrics.shard(0).record(0, 200, 5us);
  metrics.shard(1).record(0, 200, 10us);
  metrics.shard(1).record(0, 404, 20s);
  metrics.shard(0).record(2, 499, 1ms);
  metrics.shard(0).record_repeated_answer();
  metrics.shard(1).record_repeated_answer();
  std::string text;
  metrics.append_text(text, table);
  const auto has = [&](std::string_view line) {
    return text.find(std::string(line) + "\n") != std::string::npos;
  };
  CHECK(has(R"(talentmatch_http_requests_total{method="GET",route="/a/{id}",status="200"} 2)"));
  CHECK(has(R"(talentmatch_http_requests_total{method="GET",route="/a/{id}",status="404"} 1)"));
  CHECK(has(R"(talentmatch_http_requests_total{method="",route="",status="other"} 1)"));
  CHECK(
      has(R"(talentmatch_http_request_duration_seconds_bucket{method="GET",route="/a/{id}",le="1e-05"} 2)"));
  CHECK(has(R"(talentmatch_http_request_duration_seconds_bucket{method="GET",route="/a/{id}",le="10"} 2)"));
  CHECK(has(R"(talentmatch_http_request_duration_seconds_bucket{method="GET",route="/a/{id}",le="+Inf"} 3)"));
  CHECK(has(R"(talentmatch_http_request_duration_seconds_count{method="GET",route="/a/{id}"} 3)"));
  CHECK(has(R"(talentmatch_http_request_duration_seconds_sum{method="GET",route="/a/{id}"} 20.000015)"));
  CHECK(has("talentmatch_http_answers_repeated_total 2"));
  CHECK(text.find("unused") == std::string::npos);
}

}  // namespace talentmatch::testing
