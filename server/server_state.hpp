#pragma once
// What the connections of one server share. Everything in it may be used from any thread.

#include <atomic>
#include <cstdint>
#include <filesystem>

#include "server/limits.hpp"
#include "server/metrics/metrics.hpp"
#include "server/net/work_pool.hpp"
#include "server/routing/router.hpp"

namespace talentmatch {

class TlsContext;

struct ServerState {
  ServerState(const Limits& limits, std::filesystem::path spool_folder, std::span<const Route> routes,
              std::size_t threads, bool local_only, const TlsContext* tls_context);

  const Limits limits;
  const std::filesystem::path spool;
  const Router router;
  const bool local;             // only this machine can connect
  const TlsContext* const tls;  // null: plain HTTP
  Metrics metrics;
  std::atomic<Service*> service{nullptr};  // null while the data is being loaded
  std::atomic<bool> stopping{false};
  std::atomic<std::size_t> connections{0};
  std::atomic<std::size_t> in_flight{0};  // writes and batches that wait for their result
  WorkPool batches;
  WorkPool transfers;
};

// A request's place among those in flight, while there is one.
class InFlight {
 public:
  explicit InFlight(ServerState& server)
      : count_(server.in_flight),
        granted_(count_.fetch_add(1, std::memory_order_relaxed) < server.limits.in_flight) {}
  InFlight(const InFlight&) = delete;
  InFlight& operator=(const InFlight&) = delete;
  ~InFlight() { count_.fetch_sub(1, std::memory_order_relaxed); }

  bool granted() const { return granted_; }

 private:
  std::atomic<std::size_t>& count_;
  const bool granted_;
};

}  // namespace talentmatch
