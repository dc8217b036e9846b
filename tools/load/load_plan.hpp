#pragma once
// What a load test asks of a running server, and what came of it.

#include <cstdint>
#include <string>
#include <vector>

namespace talentmatch {

struct LoadPlan {
  std::string host;
  std::string port;
  std::vector<std::string> requests;  // whole HTTP requests, asked in turn; at least one
  unsigned connections = 64;
  unsigned pipeline = 1;  // requests that a connection sends at once
  double warm_up = 1;     // seconds before counting
  double seconds = 10;    // of counting
  double rate = 0;        // requests a second over all connections; 0 = as fast as answers come
};

struct LoadFigures {
  std::uint64_t answers = 0;    // of status 200, complete
  std::uint64_t refused = 0;    // other statuses
  std::uint64_t broken = 0;     // connections that failed or ended early
  std::uint64_t differing = 0;  // bodies unlike the first to the same request
  std::uint64_t bytes = 0;      // of bodies
  double seconds = 0;
  // Of each answer, in microseconds. At a fixed rate they count from the moment at which the request was due,
  // so that a server's pause is felt by all who would have asked in it.
  std::vector<std::uint32_t> latencies;
};

}  // namespace talentmatch
