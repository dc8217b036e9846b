#include "server/net/wire.hpp"

#include "server/http/reuse.hpp"

namespace talentmatch {

std::string_view Wire::unread() const {
  const auto bytes = input_.cdata();
  return {static_cast<const char*>(bytes.data()), bytes.size()};
}

Awaitable<ErrorCondition> Wire::receive(std::size_t at_most) {
  ErrorCondition error;
  const std::size_t count = co_await socket_.async_read_some(input_.prepare(at_most), into(error));
  input_.commit(count);
  co_return error;
}

Wire::Sent Wire::send_now() {
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
    sent(co_await socket_.async_write_some(net::buffer(output_) + sent_, into(error)));
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

void Wire::close() {
  ErrorCondition ignored;
  socket_.close(ignored);
}

}  // namespace talentmatch
