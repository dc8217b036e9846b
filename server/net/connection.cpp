#include "server/net/connection.hpp"

#include <utility>

#include <boost/asio/post.hpp>

namespace talentmatch {

namespace {

constexpr std::size_t kReadSize = 16 << 10;
constexpr std::size_t kSendAt = 256 << 10;  // answers gathered before they are sent

}  // namespace

Connection::Connection(Socket socket, ServerState& server, WorkerState& worker)
    : server_(server),
      wire_(std::move(socket), worker.beat, server.tls.get()),
      dialogue_(server, worker, wire_.output()),
      returned_(wire_.socket().get_executor()) {}

Awaitable<void> Connection::run(bool admitted) {
  wire_.expect_within(server_.limits.request);
  const bool greeted = co_await wire_.greet();
  if (!greeted) co_return;
  set_deadline();
  Step step = admitted ? Step::receive : dialogue_.refuse(Problem::too_many_connections);
  for (;;) {
    if (!wire_.output().empty()) {
      Wire::Sent sent = wire_.send_now();
      if (sent == Wire::Sent::some) sent = co_await send_rest();
      if (sent == Wire::Sent::failed) co_return;
    }
    switch (step) {
      case Step::receive: {
        doing_ = Doing::receiving;
        if (!dialogue_.in_request()) wire_.expect_within(server_.limits.idle);  // sending had its own
        const ErrorCondition error = co_await wire_.receive(kReadSize);
        step = after_read(error);
        break;
      }
      case Step::proceed:
        step = talk();
        break;
      case Step::work:
        step = co_await work();
        break;
      case Step::transfer:
        step = co_await transfer();
        break;
      case Step::close:
        co_await linger();
        co_return;
    }
  }
}

Connection::Step Connection::talk() {
  Step step = Step::proceed;
  while (step == Step::proceed && wire_.output().size() < kSendAt) {
    std::string_view bytes = wire_.unread();
    const std::size_t before = bytes.size();
    step = dialogue_.take(bytes);
    wire_.consume(before - bytes.size());
  }
  if (step == Step::receive) set_deadline();
  return step;
}

// A request's time runs from its first byte; more of its bytes do not extend it.
void Connection::set_deadline() {
  if (!dialogue_.in_request()) {
    wire_.expect_within(server_.limits.idle);
  } else if (std::exchange(timed_request_, dialogue_.number()) != dialogue_.number()) {
    wire_.expect_within(server_.limits.request);
  }
}

Connection::Step Connection::after_read(const ErrorCondition& error) {
  const bool expired = std::exchange(expired_, false);
  if (!error) return talk();
  return expired && dialogue_.in_request() ? dialogue_.refuse(Problem::request_timeout) : Step::close;
}

Awaitable<Wire::Sent> Connection::send_rest() {
  doing_ = Doing::sending;
  const bool sent = co_await wire_.send_rest(server_.limits.request);
  co_return sent ? Wire::Sent::all : Wire::Sent::failed;
}

Awaitable<Connection::Step> Connection::work() {
  doing_ = Doing::working;
  wire_.expect_nothing();
  const InFlight place(server_);
  const bool started = place.granted() && dialogue_.start_work([this] { come_back(); });
  if (!started) co_return dialogue_.refuse(Problem::too_much_work);
  while (!std::exchange(back_, false)) co_await returned_.wait();
  co_return dialogue_.answered();
}

// From any thread. Once this is posted, run() may go on to its end at any moment.
void Connection::come_back() {
  net::post(wire_.socket().get_executor(), [this] {
    back_ = true;
    returned_.raise();
  });
}

Awaitable<Connection::Step> Connection::transfer() {
  doing_ = Doing::working;
  wire_.expect_nothing();
  Exchange exchange(wire_, dialogue_);
  if (!exchange.start(server_.transfers)) co_return dialogue_.refuse(Problem::too_much_work);
  exchange_ = &exchange;
  const bool stays = co_await exchange.run();
  exchange_ = nullptr;
  co_return dialogue_.transferred({.status = exchange.status(),
                                   .error = exchange.error(),
                                   .received = exchange.received(),
                                   .sent = exchange.sent(),
                                   .stays = stays});
}

Awaitable<void> Connection::linger() {
  doing_ = Doing::lingering;
  wire_.expect_within(server_.limits.linger);
  co_await wire_.part();
}

void Connection::tick(StopPhase phase) {
  if (phase >= StopPhase::cancelling && exchange_ != nullptr) exchange_->cancel();
  const bool idle = doing_ <= Doing::receiving && !dialogue_.in_request();
  const bool unwanted = phase >= StopPhase::closing_idle && idle;
  if (phase == StopPhase::cutting) {
    wire_.close();
  } else if (unwanted || wire_.overdue()) {
    expire();
  }
}

void Connection::expire() {
  wire_.expect_nothing();
  if (doing_ != Doing::receiving) return wire_.close();
  expired_ = true;
  ErrorCondition ignored;
  wire_.socket().cancel(ignored);
}

}  // namespace talentmatch
