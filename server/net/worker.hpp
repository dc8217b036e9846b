#pragma once
// One thread with its own event loop, its own listening socket and its own connections. A beat every tenth of
// a second moves the coarse clock on, ends what has taken too long and carries a stop through its phases.

#include <thread>
#include <unordered_set>

#include "server/net/connection.hpp"
#include "server/net/listener.hpp"

namespace talentmatch {

class Worker {
 public:
  // `number`: among the server's workers, from 0; `kept_answers`: bytes.
  Worker(ServerState& server, std::size_t number, std::size_t kept_answers);
  ~Worker();  // after stop(): waits until every connection has ended

  // Before start(). The port may be 0 for any free one.
  Result<Tcp::endpoint> listen(const Tcp::endpoint& endpoint);
  void start();
  // Any thread, once server.stopping is set. Gives the connections time as the limits say.
  void stop();

 private:
  Awaitable<void> accept();
  Awaitable<void> beat();
  Awaitable<void> serve(Socket socket);
  void spawn(Awaitable<void> coroutine);
  void move_clock();
  StopPhase phase() const;
  void stop_accepting();

  ServerState& server_;
  net::io_context context_{1};
  Acceptor acceptor_{context_.get_executor()};
  Timer timer_{context_.get_executor()};
  WorkerState state_;
  std::unordered_set<Connection*> connections_;
  Clock::time_point stop_begin_ = Clock::time_point::max();
  std::jthread thread_;
};

}  // namespace talentmatch
