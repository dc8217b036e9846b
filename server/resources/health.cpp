#include "server/resources/health.hpp"

#include <iterator>

#include <fmt/format.h>

#include "server/metrics/service_metrics.hpp"
#include "server/openapi_document.hpp"
#include "server/server_state.hpp"

namespace talentmatch {

void get_liveness(const Call&, Answer& answer) {
  answer.body = R"({"status":"alive"})";
}

void get_readiness(const Call& call, Answer& answer) {
  const bool stopping = call.server.stopping.load(std::memory_order_relaxed);
  const bool ready = call.service != nullptr && !stopping;
  answer.body = ready      ? R"({"status":"ready"})"
                : stopping ? R"({"status":"stopping"})"
                           : R"({"status":"loading"})";
  answer.status = ready ? 200 : 503;
  answer.retry_later = !ready;
}

void get_metrics(const Call& call, Answer& answer) {
  const ServerState& server = call.server;
  answer.type = MediaType::prometheus;
  server.metrics.append_text(answer.body, server.router.table());
  fmt::format_to(
      std::back_inserter(answer.body),
      "# TYPE talentmatch_http_connections gauge\ntalentmatch_http_connections {}\n"
      "# TYPE talentmatch_http_in_flight gauge\ntalentmatch_http_in_flight {}\n"
      "# TYPE talentmatch_log_lines_dropped_total counter\ntalentmatch_log_lines_dropped_total {}\n",
      server.connections.load(std::memory_order_relaxed), server.in_flight.load(std::memory_order_relaxed),
      server.log.dropped());
  if (call.service != nullptr) append_metrics(answer.body, call.service->figures());
}

void get_openapi(const Call&, Answer& answer) {
  answer.body = kOpenapiDocument;
}

}  // namespace talentmatch
