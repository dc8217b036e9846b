#pragma once
// Which requests are logged, and what of them: never the path, a parameter or a body, which hold ids of
// persons, but the route's pattern.

#include <array>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "engine/model/vocabulary.hpp"
#include "server/http/request.hpp"
#include "server/log/event_log.hpp"

namespace talentmatch {

enum class LoggedRequests : std::uint8_t {
  requests,  // all
  problems,  // answered with 500 and above (503 and 507 as well), and slow ones
  none
};
template <>
inline constexpr std::array<std::string_view, 3> words<LoggedRequests>{"requests", "problems", "none"};

struct RequestLogOptions {
  EventLog* log = nullptr;  // outlives the server; null: nothing is logged
  LoggedRequests which = LoggedRequests::problems;
  std::chrono::milliseconds slow{1'000};            // from here on a request is slow …
  std::chrono::milliseconds slow_transfer{60'000};  // … and an import or export, which waits for its client
};

// Of one request, when it has been answered. An import or export is told of at its end.
struct RequestTold {
  std::string_view id;  // request id
  Method method{};
  std::string_view route;  // its pattern; empty: none was found
  unsigned status = 0;
  std::chrono::nanoseconds took{};  // as in the metrics: from its last byte to its answer
  std::size_t received = 0;         // bytes of the body
  std::size_t sent = 0;             // bytes of the answer's body
  std::string_view key;             // its name; empty: it came without
  std::string_view error;           // its code; empty: none
};

class RequestLog {
 public:
  explicit RequestLog(const RequestLogOptions& options) : options_(options) {}

  bool wants(unsigned status, std::chrono::nanoseconds took, bool transfer) const {
    if (options_.log == nullptr || options_.which == LoggedRequests::none) return false;
    if (options_.which == LoggedRequests::requests || status >= 500) return true;
    return took >= (transfer ? options_.slow_transfer : options_.slow);
  }
  void write(const RequestTold& request) const;
  // Lines of the log behind it, of requests or not.
  std::uint64_t dropped() const { return options_.log == nullptr ? 0 : options_.log->dropped(); }

 private:
  RequestLogOptions options_;
};

}  // namespace talentmatch
