#pragma once
// A server with routes that need no data: what tests of the mechanics talk to.
//   GET  /fixed        {"fixed":true}
//   GET  /id/{id}      the decoded id
//   PUT  /echo/{id}    the body, from the batch pool
//   PUT  /later/{id}   the id, from another thread after a moment
//   GET  /gated        answers when the gate is opened
//   GET  /large        a megabyte
//   POST /lines        one "ok" line per input line; a line "fail" ends it with an error
//   GET  /count        an answer of 2,000,000 numbered lines
//   GET  /data         as /fixed, but only once there is data

#include <memory>
#include <span>

#include "server/routing/route.hpp"
#include "server/server.hpp"

namespace talentmatch::testing {

std::span<const Route> test_routes();

// Of GET /gated.
void open_gate();
void close_gate();

// The product's limits, but a stop does not wait for late clients.
Limits quick_to_stop();
// On a free port, two threads, these routes.
std::unique_ptr<Server> start_server(const Limits& limits = quick_to_stop());

}  // namespace talentmatch::testing
