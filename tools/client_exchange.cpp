#include "tools/client_exchange.hpp"

#include <limits>

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/connect.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http.hpp>
#include <fmt/format.h>

#include "tools/json_answer.hpp"

namespace talentmatch {

namespace net = boost::asio;
namespace http = boost::beast::http;
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

}  // namespace

ClientExchange::ClientExchange(const HttpRequest& request, const ByteSink& sink)
    : request_(request), sink_(sink) {}

Outcome<void> ClientExchange::run(const ServerPlace& place) {
  host_ = place.host + ":" + place.port;
  language_ = place.language;
  error_code error;
  net::ip::tcp::resolver resolver(context_);
  const auto places = resolver.resolve(place.host, place.port, error);
  if (!error) net::connect(socket_, places, error);
  if (error) return give_up(fmt::format("http://{}: {}", host_, error.message()));
  net::co_spawn(context_, send(place), net::detached);
  net::co_spawn(context_, receive(), net::detached);
  context_.run();
  return verdict();
}

// What goes wrong while sending shows in the answer, or in its absence.
net::awaitable<void> ClientExchange::send(const ServerPlace& place) {
  auto head = head_of(request_, host_, place);
  http::request_serializer<http::buffer_body> serializer(head);
  error_code error;
  co_await http::async_write_header(socket_, serializer, failing_into(error));
  while (!error && head.body().more) {
    const auto size = request_.body(out_.data(), out_.size());
    if (!size) {
      source_error_ = size.error();
      co_return cut();
    }
    head.body().data = *size == 0 ? nullptr : out_.data();
    head.body().size = *size;
    head.body().more = *size > 0;
    co_await http::async_write(socket_, serializer, failing_into(error));
    if (error == http::error::need_buffer) error = {};
  }
}

net::awaitable<void> ClientExchange::receive() {
  http::response_parser<http::buffer_body> parser;
  parser.body_limit(std::numeric_limits<std::uint64_t>::max());
  boost::beast::flat_buffer buffer;
  error_code error;
  co_await http::async_read_header(socket_, buffer, parser, failing_into(error));
  if (!error) status_ = parser.get().result_int();
  while (!error && !parser.is_done()) {
    parser.get().body().data = in_.data();
    parser.get().body().size = in_.size();
    co_await http::async_read(socket_, buffer, parser, failing_into(error));
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
  if (!complete_) return give_up(fmt::format("http://{}: the answer broke off", host_));
  return {};
}

}  // namespace talentmatch
