#pragma once
// Asio with concrete types: every socket and timer belongs to one io_context that one thread runs, so there
// are no strands and no type-erased executors.

#include <boost/asio/awaitable.hpp>
#include <boost/asio/basic_socket_acceptor.hpp>
#include <boost/asio/basic_stream_socket.hpp>
#include <boost/asio/basic_waitable_timer.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/use_awaitable.hpp>

#include "server/net/beat.hpp"

namespace talentmatch {

namespace net = boost::asio;

using Executor = net::io_context::executor_type;
using Tcp = net::ip::tcp;
using Socket = net::basic_stream_socket<Tcp, Executor>;
using Acceptor = net::basic_socket_acceptor<Tcp, Executor>;
using Timer = net::basic_waitable_timer<Clock, net::wait_traits<Clock>, Executor>;
using ErrorCondition = boost::system::error_code;

template <class T>
using Awaitable = net::awaitable<T, Executor>;

// The token of every asynchronous call: co_await it, failures go to `error`.
inline auto into(ErrorCondition& error) {
  return net::redirect_error(net::use_awaitable_t<Executor>{}, error);
}

}  // namespace talentmatch
