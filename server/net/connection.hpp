#pragma once
// One client's socket: reads, lets the dialogue answer every complete request of a read, writes all those
// answers at once, and reads again. Lives on one thread. Work that happens elsewhere refers to it freely,
// because run() waits for the end of all that it started.

#include "server/net/dialogue.hpp"
#include "server/net/exchange.hpp"
#include "server/net/signal.hpp"
#include "server/net/wire.hpp"

namespace talentmatch {

// How far stop() has come; only ever rises.
enum class StopPhase : std::uint8_t { running, grace, closing_idle, cancelling, cutting };

class Connection {
 public:
  Connection(Socket socket, ServerState& server, WorkerState& worker);

  // Until the client or we have closed. `admitted` = false: one connection too many, it is only told so.
  Awaitable<void> run(bool admitted);
  // Called often, on the connection's thread: ends what has taken too long.
  void tick(StopPhase phase);

 private:
  using Step = Dialogue::Step;
  enum class Doing : std::uint8_t { greeting, receiving, sending, working, lingering };

  Awaitable<Wire::Sent> send_rest();
  Awaitable<Step> work();
  Awaitable<Step> transfer();
  Awaitable<void> linger();

  Step talk();
  Step after_read(const ErrorCondition& error);
  void set_deadline();
  void come_back();
  void expire();

  ServerState& server_;
  Wire wire_;
  Dialogue dialogue_;
  Signal returned_;
  Exchange* exchange_ = nullptr;  // while there is one
  Doing doing_ = Doing::greeting;
  std::size_t timed_request_ = 0;  // whose time runs
  bool expired_ = false;
  bool back_ = false;  // the work is done
};

}  // namespace talentmatch
