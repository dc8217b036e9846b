#include "server/net/listener.hpp"

#include <string>

#include <sys/socket.h>

namespace talentmatch {

namespace {

using Reuse = net::socket_base::reuse_address;

std::unexpected<Error> no_listening(const Tcp::endpoint& endpoint, const ErrorCondition& error) {
  const bool taken = error == net::error::address_in_use;
  return fail({.code = ErrorCode::invalid_option,
               .field = "port",
               .value = std::to_string(endpoint.port()),
               .detail = taken ? "already in use by another program" : error.message()});
}

void share_port(Acceptor& acceptor, ErrorCondition& error) {
  const int on = 1;
  if (setsockopt(acceptor.native_handle(), SOL_SOCKET, SO_REUSEPORT, &on, sizeof on) != 0) {
    error.assign(errno, boost::system::system_category());
  }
}

}  // namespace

Result<net::ip::address> address_of(std::string_view text) {
  ErrorCondition error;
  auto address = net::ip::make_address(text == "localhost" ? "127.0.0.1" : std::string(text), error);
  if (!error) return address;
  return fail({.code = ErrorCode::invalid_option,
               .field = "address",
               .value = std::string(text),
               .detail = "an IP address such as 127.0.0.1 or ::1"});
}

Result<void> check_port_is_free(const Tcp::endpoint& endpoint) {
  net::io_context context;
  Acceptor probe(context.get_executor());
  ErrorCondition error;
  probe.open(endpoint.protocol(), error);
  if (!error) probe.set_option(Reuse(true), error);
  if (!error) probe.bind(endpoint, error);
  if (error) return no_listening(endpoint, error);
  return {};
}

Result<Acceptor> listen_on(const Tcp::endpoint& endpoint, const Executor& executor) {
  Acceptor acceptor(executor);
  ErrorCondition error;
  acceptor.open(endpoint.protocol(), error);
  if (!error) acceptor.set_option(Reuse(true), error);
  if (!error) share_port(acceptor, error);
  if (!error) acceptor.bind(endpoint, error);
  if (!error) acceptor.set_option(Tcp::no_delay(true), error);  // accepted sockets inherit it
  if (!error) acceptor.listen(net::socket_base::max_listen_connections, error);
  if (!error) acceptor.non_blocking(true, error);
  if (error) return no_listening(endpoint, error);
  return acceptor;
}

}  // namespace talentmatch
