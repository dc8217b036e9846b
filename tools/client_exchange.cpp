#include "tools/client_exchange.hpp"

#include <limits>

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/connect.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/ssl/context.hpp>
#include <boost/asio/ssl/host_name_verification.hpp>
#include <boost/asio/ssl/stream.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http.hpp>
#include <fmt/format.h>

#include "tools/json_answer.hpp"

namespace talentmatch {

namespace net = boost::asio;
namespace http = boost::beast::http;
namespace ssl = boost::asio::ssl;
using boost::system::error_code;

namespace {

auto failing_into(error_code& error) {
  return net::redirect_error(net::use_awaitable, error);
}

http::request<http::buffer_body> head_of(const HttpRequest& request, const std::string& host,
                                         const ServerPlace& place) {
  http::request<http::buffer_body> head(http::string_to_verb(std::string(request.method)), request.target,
                                        11);
  head.set(http::field::host, host);
  head.set(http::field::user_agent, "talentmatch");
  head.set(http::field::accept_language, std::string(word(place.language)));
  if (!place.key.empty()) head.set(http::field::authorization, "Bearer " + place.key);
  head.set(http::field::connection, "close");
  if (request.body) head.chunked(true);
  head.body().data = nullptr;
  head.body().more = static_cast<bool>(request.body);
  return head;
}

// For servers with several certificates. Addresses are not named.
void name_host(SSL* session, const std::string& host) {
  error_code no_address;
  net::ip::make_address(host, no_address);
  // What the macro SSL_set_tlsext_host_name does, without its cast.
  std::string name = host;
  if (no_address) SSL_ctrl(session, SSL_CTRL_SET_TLSEXT_HOSTNAME, TLSEXT_NAMETYPE_host_name, name.data());
}

}  // namespace

ClientExchange::ClientExchange(const HttpRequest& request, const ByteSink& sink)
    : request_(request), sink_(sink) {}

Outcome<void> ClientExchange::run(const ServerPlace& place) {
  host_ = place.host + ":" + place.port;
  url_ = (place.secure ? "https://" : "http://") + host_;
  language_ = place.language;
  error_code error;
  connect(place, error);
  if (!error && place.secure) {
    talk_securely(place, error);
  } else if (!error) {
    talk(socket_, place);
  }
  if (error) return give_up(fmt::format("{}: {}", url_, error.message()));
  return verdict();
}

void ClientExchange::connect(const ServerPlace& place, error_code& error) {
  net::ip::tcp::resolver resolver(context_);
  const auto places = resolver.resolve(place.host, place.port, error);
  if (!error) net::connect(socket_, places, error);
}

template <class Stream>
void ClientExchange::talk(Stream& stream, const ServerPlace& place) {
  net::co_spawn(context_, send(stream, place), net::detached);
  net::co_spawn(context_, receive(stream), net::detached);
  context_.run();
}

// The server must show a certificate for the host that was asked for.
void ClientExchange::talk_securely(const ServerPlace& place, error_code& error) {
  ssl::context context(ssl::context::tls_client);
  SSL_CTX_set_min_proto_version(context.native_handle(), TLS1_2_VERSION);
  if (place.ca.empty()) {
    context.set_default_verify_paths(error);
  } else {
    context.load_verify_file(place.ca.string(), error);
  }
  if (error) return;
  ssl::stream<net::ip::tcp::socket&> stream(socket_, context);
  stream.set_verify_mode(ssl::verify_peer);
  stream.set_verify_callback(ssl::host_name_verification(place.host));
  name_host(stream.native_handle(), place.host);
  stream.handshake(ssl::stream_base::client, error);
  if (!error) talk(stream, place);
}

// What goes wrong while sending shows in the answer, or in its absence.
template <class Stream>
net::awaitable<void> ClientExchange::send(Stream& stream, const ServerPlace& place) {
  auto head = head_of(request_, host_, place);
  http::request_serializer<http::buffer_body> serializer(head);
  error_code error;
  co_await http::async_write_header(stream, serializer, failing_into(error));
  while (!error && head.body().more) {
    const auto size = request_.body(out_.data(), out_.size());
    if (!size) {
      source_error_ = size.error();
      co_return cut();
    }
    head.body().data = *size == 0 ? nullptr : out_.data();
    head.body().size = *size;
    head.body().more = *size > 0;
    co_await http::async_write(stream, serializer, failing_into(error));
    if (error == http::error::need_buffer) error = {};
  }
}

template <class Stream>
net::awaitable<void> ClientExchange::receive(Stream& stream) {
  http::response_parser<http::buffer_body> parser;
  parser.body_limit(std::numeric_limits<std::uint64_t>::max());
  boost::beast::flat_buffer buffer;
  error_code error;
  co_await http::async_read_header(stream, buffer, parser, failing_into(error));
  if (!error) status_ = parser.get().result_int();
  while (!error && !parser.is_done()) {
    parser.get().body().data = in_.data();
    parser.get().body().size = in_.size();
    co_await http::async_read(stream, buffer, parser, failing_into(error));
    if (error == http::error::need_buffer) error = {};
    if (!take({in_.data(), in_.size() - parser.get().body().size})) break;
  }
  complete_ = !error && parser.is_done();
  cut();
}

bool ClientExchange::take(std::string_view bytes) {
  if (accepted()) return bytes.empty() || sink_(bytes);
  refusal_ += bytes;
  return true;
}

void ClientExchange::cut() {
  error_code ignored;
  socket_.close(ignored);
}

Outcome<void> ClientExchange::verdict() const {
  if (source_error_) return give_up(*source_error_, language_);
  if (status_ != 0 && !accepted()) return refusal(refusal_, status_);
  if (!complete_) return give_up(fmt::format("{}: the answer broke off", url_));
  return {};
}

}  // namespace talentmatch
