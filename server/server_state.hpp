#pragma once
// What the connections of one server share. Everything in it may be used from any thread.

#include <atomic>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <mutex>
#include <utility>

#include "server/limits.hpp"
#include "server/log/request_log.hpp"
#include "server/metrics/metrics.hpp"
#include "server/net/work_pool.hpp"
#include "server/routing/router.hpp"

namespace talentmatch {

class TlsContext;

// What can be replaced while others take it.
class TlsHolder {
 public:
  explicit TlsHolder(std::shared_ptr<const TlsContext> context) : context_(std::move(context)) {}

  std::shared_ptr<const TlsContext> get() const {
    const std::lock_guard guard(mutex_);
    return context_;
  }
  void set(std::shared_ptr<const TlsContext> context) {
    const std::lock_guard guard(mutex_);
    context_ = std::move(context);
  }

 private:
  mutable std::mutex mutex_;
  std::shared_ptr<const TlsContext> context_;
};

struct ServerState {
  ServerState(const Limits& limits, std::filesystem::path spool_folder, std::span<const Route> routes,
              std::size_t threads, bool local_only, std::shared_ptr<const TlsContext> tls_context,
              const RequestLogOptions& log_options);

  const Limits limits;
  const std::filesystem::path spool;
  const Router router;
  const bool local;   // only this machine can connect
  const bool secure;  // TLS, else plain HTTP
  TlsHolder tls;      // of connections that are made from now on; null: plain HTTP
  const RequestLog log;
  const std::uint32_t nonce;  // of request ids
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
