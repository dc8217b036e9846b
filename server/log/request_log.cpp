#include "server/log/request_log.hpp"

#include "server/log/event_line.hpp"

namespace talentmatch {

void RequestLog::write(const RequestTold& request) const {
  const auto method = boost::beast::http::to_string(request.method);
  EventLine line("request");
  line.add("id", request.id)
      .add("method", std::string_view(method.data(), method.size()))
      .add("route", request.route)
      .add("status", request.status)
      .add("ms", request.took)
      .add("received", request.received)
      .add("sent", request.sent)
      .add("key", request.key)
      .add("error", request.error);
  options_.log->write(line.finish());
}

}  // namespace talentmatch
