#include "server/server.hpp"

#include <algorithm>
#include <thread>

#include <sys/resource.h>

#include "server/net/tls.hpp"
#include "server/net/worker.hpp"
#include "server/routing/routes.hpp"

namespace talentmatch {

struct Server::Parts {
  Parts(const ServerOptions& options, std::size_t threads, bool local,
        std::shared_ptr<const TlsContext> context)
      : tls(options.tls),
        state(options.limits, options.spool.empty() ? std::filesystem::temp_directory_path() : options.spool,
              options.routes.empty() ? routes() : options.routes, threads, local, std::move(context),
              options.log) {}

  std::shared_ptr<Service> service;
  TlsFiles tls;
  ServerState state;
  std::vector<std::unique_ptr<Worker>> workers;  // last: they end before what they use
  std::uint16_t port = 0;
};

namespace {

std::size_t thread_count(unsigned asked) {
  return std::max(1U, asked == 0 ? std::thread::hardware_concurrency() : asked);
}

void raise_file_limit(std::size_t connections) {
  constexpr rlim_t kOthers = 2048;  // the store's files, above all
  rlimit limit{};
  if (getrlimit(RLIMIT_NOFILE, &limit) != 0) return;
  const rlim_t wanted = std::min<rlim_t>(connections + kOthers, limit.rlim_max);
  if (limit.rlim_cur >= wanted) return;
  limit.rlim_cur = wanted;
  setrlimit(RLIMIT_NOFILE, &limit);
}

// Null without files.
Result<std::shared_ptr<const TlsContext>> tls_context(const TlsFiles& files) {
  if (!files.given()) return nullptr;
  auto loaded = TlsContext::load(files);
  if (!loaded) return fail(std::move(loaded.error()));
  return std::make_shared<const TlsContext>(*std::move(loaded));
}

}  // namespace

Result<std::unique_ptr<Server>> Server::start(const ServerOptions& options) {
  const auto address = address_of(options.address);
  if (!address) return fail(address.error());
  auto tls = tls_context(options.tls);
  if (!tls) return fail(std::move(tls.error()));
  Tcp::endpoint endpoint(*address, options.port);
  if (auto is_free = check_port_is_free(endpoint); !is_free) return fail(is_free.error());
  raise_file_limit(options.limits.connections);

  const std::size_t threads = thread_count(options.threads);
  auto parts = std::make_unique<Parts>(options, threads, address->is_loopback(), *std::move(tls));
  for (std::size_t i = 0; i < threads; ++i) {
    auto worker = std::make_unique<Worker>(parts->state, i, options.limits.kept_answers / threads);
    auto listening = worker->listen(endpoint);
    if (!listening) return fail(listening.error());
    endpoint = *listening;
    parts->workers.push_back(std::move(worker));
  }
  parts->port = endpoint.port();
  for (auto& worker : parts->workers) worker->start();
  return std::unique_ptr<Server>(new Server(std::move(parts)));
}

Server::Server(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}

// Without memory to tell the workers to stop, ending is all that is left.
// NOLINTNEXTLINE(bugprone-exception-escape)
Server::~Server() {
  stop();
}

void Server::set_service(std::shared_ptr<Service> service) {
  parts_->service = std::move(service);
  parts_->state.service.store(parts_->service.get(), std::memory_order_release);
}

Result<void> Server::reload_tls() {
  auto context = tls_context(parts_->tls);
  if (!context) return fail(std::move(context.error()));
  parts_->state.tls.set(*std::move(context));
  return {};
}

void Server::stop() {
  parts_->state.stopping = true;
  for (auto& worker : parts_->workers) worker->stop();
  parts_->workers.clear();
}

std::uint16_t Server::port() const {
  return parts_->port;
}

}  // namespace talentmatch
