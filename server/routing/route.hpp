#pragma once
// How a resource hangs on a path: its handler, and where the handler may run. Handlers know neither sockets
// nor threads.

#include <atomic>
#include <functional>
#include <string_view>
#include <variant>

#include "server/access/permit.hpp"
#include "server/http/answer.hpp"
#include "server/http/query.hpp"
#include "server/http/request.hpp"
#include "storage/service/service.hpp"

namespace talentmatch {

struct ServerState;

// One request as its handler sees it. Everything lives until the answer is given.
struct Call {
  const ServerState& server;
  Service* service;  // never null for a route that needs the data
  const Request& request;
  const Query& query;
  std::string_view id;  // the path's {id}, decoded
  Collection collection{};
  Language language{};
  const Reach* reach = nullptr;  // of a limited key, where the route leaves judging to its handler; else null
  Caller caller{};               // for the audit log
};

// Takes microseconds: runs on the connection's own thread. Repeatable: the body depends on the data, the day,
// the target and the language alone, so it may be kept and given again.
struct Quick {
  void (*run)(const Call&, Answer&);
  bool repeatable = false;
};

// Takes longer, and spreads over the cores by itself: runs on a pool.
struct Lengthy {
  void (*run)(const Call&, Answer&);
};

// Starts something whose end is told later, from any thread, by calling `finish` once.
using Finish = std::function<void(Answer&&)>;
struct Deferred {
  void (*start)(const Call&, Finish);
};

// Reads a body of any length and/or writes an answer of any length, on a pool's thread. An error before the
// first output becomes the answer; one after it, the answer's last line.
struct Ends {
  ByteSource source;
  ByteSink sink;
  const std::atomic<bool>* cancel;  // set when the client is gone or the server stops
};
struct Transfer {
  Result<void> (*run)(const Call&, const Ends&);
  MediaType (*type)(const Call&) = nullptr;  // of the answer; null: NDJSON
  unsigned status = 200;                     // of an answer that is no error
};

using Handler = std::variant<Quick, Lengthy, Deferred, Transfer>;

enum class Body : std::uint8_t { none, json, lines };

// What the audit log says of a request that was granted; what the service notes by itself (records that are
// written, imports, placement runs) says nothing here.
struct Noted {
  enum class As : std::uint8_t {
    nothing,
    entry,     // of each request
    person,    // the same, and whose record: the path's {id}
    graduate,  // the same of the parameter `graduate`
    count      // how many requests, by key and minute
  };
  std::string_view what{};
  As as = As::nothing;
};

struct Route {
  Method method{};
  std::string_view path;  // segments, at most one of them "{id}"
  Permit permit;
  Handler handler;
  Body body = Body::none;
  Collection collection{};  // of the record that {id} names, or of all that are sent or told
  bool needs_data = true;   // 503 until the data is loaded
  Noted noted{};
};

}  // namespace talentmatch
