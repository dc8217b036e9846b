#pragma once
// A connection's socket with its two buffers, which it keeps, and the moment at which its patience ends. The
// owner of the connection looks at the deadline now and then (see Worker) and closes or cancels.

#include <string>
#include <string_view>

#include <boost/beast/core/flat_buffer.hpp>

#include "server/net/asio.hpp"
#include "server/net/beat.hpp"

namespace talentmatch {

class Wire {
 public:
  enum class Sent : std::uint8_t { all, some, failed };

  Wire(Socket socket, const Beat& beat) : socket_(std::move(socket)), beat_(beat) {}

  std::string_view unread() const;
  void consume(std::size_t count) { input_.consume(count); }
  // Waits for at least one byte.
  Awaitable<ErrorCondition> receive(std::size_t at_most);

  std::string& output() { return output_; }
  // What the kernel takes at once; usually all of it.
  Sent send_now();
  // The rest, each step of it within `patience`. False: the client is gone.
  Awaitable<bool> send_rest(Clock::duration patience);

  void expect_within(Clock::duration patience) { deadline_ = beat_.now + patience; }
  void expect_nothing() { deadline_ = Clock::time_point::max(); }
  bool overdue() const { return beat_.now >= deadline_; }

  Socket& socket() { return socket_; }
  void close();

 private:
  void sent(std::size_t count);

  Socket socket_;
  const Beat& beat_;
  boost::beast::flat_buffer input_;
  std::string output_;
  std::size_t sent_ = 0;  // of output_
  Clock::time_point deadline_ = Clock::time_point::max();
};

}  // namespace talentmatch
