#include "server/net/wire.hpp"

#include "server/http/reuse.hpp"
#include "server/net/tls_session.hpp"

namespace talentmatch {

Wire::Wire(Socket socket, const Beat& beat, std::shared_ptr<const TlsContext> tls)
    : socket_(std::move(socket)),
      tls_(tls == nullptr ? nullptr : std::make_unique<TlsSession>(socket_, std::move(tls))),
      beat_(beat) {}

Wire::~Wire() = default;

Awaitable<bool> Wire::greet() {
  if (!tls_) co_return true;
  ErrorCondition error;
  co_await tls_->stream().async_handshake(net::ssl::stream_base::server, into(error));
  co_return !error;
}

std::string_view Wire::unread() const {
  const auto bytes = input_.cdata();
  return {static_cast<const char*>(bytes.data()), bytes.size()};
}

Awaitable<ErrorCondition> Wire::receive(std::size_t at_most) {
  ErrorCondition error;
  if (tls_) {
    input_.commit(co_await tls_->stream().async_read_some(input_.prepare(at_most), into(error)));
  } else {
    input_.commit(co_await socket_.async_read_some(input_.prepare(at_most), into(error)));
  }
  co_return error;
}

// A TLS record that the kernel takes in part cannot be given up, so those are always waited for.
Wire::Sent Wire::send_now() {
  if (tls_) return Sent::some;
  ErrorCondition error;
  sent(socket_.write_some(net::buffer(output_) + sent_, error));
  if (output_.empty()) return Sent::all;
  const bool blocked = !error || error == net::error::would_block || error == net::error::try_again;
  return blocked ? Sent::some : Sent::failed;
}

Awaitable<bool> Wire::send_rest(Clock::duration patience) {
  while (!output_.empty()) {
    expect_within(patience);
    ErrorCondition error;
    if (tls_) {
      sent(co_await tls_->stream().async_write_some(net::buffer(output_) + sent_, into(error)));
    } else {
      sent(co_await socket_.async_write_some(net::buffer(output_) + sent_, into(error)));
    }
    if (error) co_return false;
  }
  co_return true;
}

void Wire::sent(std::size_t count) {
  sent_ += count;
  if (sent_ < output_.size()) return;
  reuse(output_);
  sent_ = 0;
}

// The client may still be sending: closing now would reset the connection and lose the answer.
Awaitable<void> Wire::part() {
  constexpr std::size_t kRead = 16 << 10;
  ErrorCondition error;
  if (tls_) co_await tls_->stream().async_shutdown(into(error));
  error.clear();
  socket_.shutdown(Socket::shutdown_send, error);
  while (!error) {
    input_.clear();
    input_.commit(co_await socket_.async_read_some(input_.prepare(kRead), into(error)));
  }
}

void Wire::close() {
  ErrorCondition ignored;
  socket_.close(ignored);
}

}  // namespace talentmatch
