#pragma once
// Listening sockets that share one port, one per worker; the kernel spreads the clients over them.

#include <string_view>

#include "engine/model/error.hpp"
#include "server/net/asio.hpp"

namespace talentmatch {

// "127.0.0.1", "::1", "0.0.0.0", "localhost". Error invalid_option: no address.
Result<net::ip::address> address_of(std::string_view text);

// Error invalid_option: the port is in use, also by a server that would share it, or it may not be used.
Result<void> check_port_is_free(const Tcp::endpoint& endpoint);
Result<Acceptor> listen_on(const Tcp::endpoint& endpoint, const Executor& executor);

}  // namespace talentmatch
