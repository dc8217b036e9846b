#include "server/net/worker.hpp"

#include <algorithm>

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/post.hpp>

namespace talentmatch {

namespace {

constexpr std::chrono::milliseconds kBeat{100};

// A connection's entry in its worker's set and in the server's count.
class Enrolment {
 public:
  Enrolment(ServerState& server, std::unordered_set<Connection*>& connections, Connection* connection)
      : server_(server), connections_(connections), connection_(connection) {
    connections_.insert(connection_);
  }
  Enrolment(const Enrolment&) = delete;
  Enrolment& operator=(const Enrolment&) = delete;
  ~Enrolment() {
    connections_.erase(connection_);
    server_.connections.fetch_sub(1, std::memory_order_relaxed);
  }

 private:
  ServerState& server_;
  std::unordered_set<Connection*>& connections_;
  Connection* connection_;
};

}  // namespace

Worker::Worker(ServerState& server, std::size_t number, std::size_t kept_answers)
    : server_(server),
      state_{.beat = {},
             .metrics = server.metrics.shard(number),
             .answers = AnswerCache(kept_answers),
             .gate = Gatekeeper(server.local),
             .tally = {},
             .request_ids = RequestIds(server.nonce, number)} {
  move_clock();
}

Worker::~Worker() = default;

Result<Tcp::endpoint> Worker::listen(const Tcp::endpoint& endpoint) {
  auto acceptor = listen_on(endpoint, context_.get_executor());
  if (!acceptor) return fail(acceptor.error());
  acceptor_ = std::move(*acceptor);
  ErrorCondition error;
  return acceptor_.local_endpoint(error);
}

void Worker::start() {
  spawn(accept());
  spawn(beat());
  thread_ = std::jthread([this] { context_.run(); });
}

void Worker::spawn(Awaitable<void> coroutine) {
  net::co_spawn(context_.get_executor(), std::move(coroutine), net::detached);
}

Awaitable<void> Worker::accept() {
  while (acceptor_.is_open()) {
    ErrorCondition error;
    Socket socket = co_await acceptor_.async_accept(into(error));
    if (!error) {
      spawn(serve(std::move(socket)));
    } else if (acceptor_.is_open()) {
      // Out of descriptors, most likely: trying again at once would only spin.
      Timer pause(context_.get_executor(), kBeat);
      co_await pause.async_wait(into(error));
    }
  }
}

Awaitable<void> Worker::serve(Socket socket) {
  constexpr std::size_t kToBeTold = 64;  // above the limit, this many are told so; the rest just closed
  const std::size_t others = server_.connections.fetch_add(1, std::memory_order_relaxed);
  Connection connection(std::move(socket), server_, state_);
  const Enrolment enrolment(server_, connections_, &connection);
  if (others >= server_.limits.connections + kToBeTold) co_return;
  co_await connection.run(others < server_.limits.connections);
}

Awaitable<void> Worker::beat() {
  while (acceptor_.is_open() || !connections_.empty()) {
    ErrorCondition error;
    timer_.expires_after(kBeat);
    co_await timer_.async_wait(into(error));
    move_clock();
    const StopPhase now = phase();
    if (now >= StopPhase::closing_idle) stop_accepting();
    for (Connection* connection : connections_) connection->tick(now);
    state_.tally.hand_over(server_.service.load(std::memory_order_acquire), state_.beat.wall, false);
  }
  state_.tally.hand_over(server_.service.load(std::memory_order_acquire), state_.beat.wall, true);
}

void Worker::move_clock() {
  state_.beat.now = Clock::now();
  state_.beat.wall = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
  const std::string date = http_date(state_.beat.wall.time_since_epoch().count());
  std::ranges::copy(date, state_.beat.date.begin());
}

StopPhase Worker::phase() const {
  if (!server_.stopping.load(std::memory_order_relaxed) || state_.beat.now < stop_begin_)
    return StopPhase::running;
  const auto spent = state_.beat.now - stop_begin_;
  if (spent >= server_.limits.stop_close) return StopPhase::cutting;
  if (spent >= server_.limits.stop_cancel) return StopPhase::cancelling;
  return spent >= server_.limits.stop_grace ? StopPhase::closing_idle : StopPhase::grace;
}

void Worker::stop() {
  net::post(context_, [this] { stop_begin_ = Clock::now(); });
}

// Who connected in time is served: what waits in the kernel's queue is taken out before it is closed.
void Worker::stop_accepting() {
  ErrorCondition error;
  while (acceptor_.is_open()) {
    Socket socket(context_.get_executor());
    acceptor_.accept(socket, error);
    if (error) {
      acceptor_.close(error);
    } else {
      spawn(serve(std::move(socket)));
    }
  }
}

}  // namespace talentmatch
