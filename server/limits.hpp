#pragma once
// What one client, or all of them together, may take. Above a limit there is a clear answer (413, 431, 408,
// 503), never a hang.

#include <chrono>
#include <cstddef>

namespace talentmatch {

struct Limits {
  std::size_t header = 16 << 10;              // bytes of request line and fields: 431
  std::size_t body = 8 << 20;                 // bytes of any other body that is not an import: 413
  std::size_t placement = 256 << 20;          // bytes of a placement's body, with its lists: 413
  std::size_t connections = 4096;             // at once: 503 and close
  std::size_t in_flight = 1024;               // writes and batches waiting for their result: 503
  std::size_t transfers = 4;                  // imports and exports at work at once …
  std::size_t waiting_transfers = 12;         // … and waiting for their turn: 503
  std::size_t kept_answers = 64 << 20;        // bytes of answers kept to be given again
  std::chrono::milliseconds request{30'000};  // a request whole, from its first byte: 408; also the longest
                                              // pause of a body's or an answer's stream: the end
  std::chrono::milliseconds idle{75'000};     // between requests of a connection
  std::chrono::milliseconds linger{2'000};    // a closing connection reads on, lest its answer be lost
  std::chrono::milliseconds stop_grace{500};  // of stop(): still accepting, not ready
  std::chrono::milliseconds stop_cancel{5'000};  // of stop(): imports and exports end after their chunk
  std::chrono::milliseconds stop_close{8'000};   // of stop(): whatever is left is cut
};

}  // namespace talentmatch
