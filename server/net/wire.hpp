#pragma once
// A connection's socket with its two buffers, which it keeps, and the moment at which its patience ends. The
// owner of the connection looks at the deadline now and then (see Worker) and closes or cancels. The only
// place that knows whether the bytes go through TLS.

#include <memory>
#include <string>
#include <string_view>

#include <boost/beast/core/flat_buffer.hpp>

#include "server/net/asio.hpp"
#include "server/net/beat.hpp"

namespace talentmatch {

class TlsContext;
class TlsSession;

class Wire {
 public:
  enum class Sent : std::uint8_t { all, some, failed };

  // Without a context the bytes go as they are.
  Wire(Socket socket, const Beat& beat, std::shared_ptr<const TlsContext> tls);
  ~Wire();

  // What comes before the first byte of either side. False: the client cannot or will not.
  Awaitable<bool> greet();

  std::string_view unread() const;
  void consume(std::size_t count) { input_.consume(count); }
  // Waits for at least one byte.
  Awaitable<ErrorCondition> receive(std::size_t at_most);

  std::string& output() { return output_; }
  // What the kernel takes at once; usually all of it.
  Sent send_now();
  // The rest, each step of it within `patience`. False: the client is gone.
  Awaitable<bool> send_rest(Clock::duration patience);

  // Tells the client that nothing more comes, and waits until it has closed or the patience ends.
  Awaitable<void> part();

  void expect_within(Clock::duration patience) { deadline_ = beat_.now + patience; }
  void expect_nothing() { deadline_ = Clock::time_point::max(); }
  bool overdue() const { return beat_.now >= deadline_; }

  Socket& socket() { return socket_; }
  void close();

 private:
  void sent(std::size_t count);

  Socket socket_;
  std::unique_ptr<TlsSession> tls_;
  const Beat& beat_;
  boost::beast::flat_buffer input_;
  std::string output_;
  std::size_t sent_ = 0;  // of output_
  Clock::time_point deadline_ = Clock::time_point::max();
};

}  // namespace talentmatch
