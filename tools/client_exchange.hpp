#pragma once
// One request and its answer over a connection of their own, sent and received at the same time on one
// thread.

#include <array>
#include <optional>
#include <string>

#include <boost/asio/awaitable.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>

#include "tools/client.hpp"

namespace talentmatch {

class ClientExchange {
 public:
  // Both must outlive it.
  ClientExchange(const HttpRequest& request, const ByteSink& sink);

  Outcome<void> run(const ServerPlace& place);

 private:
  void connect(const ServerPlace& place, boost::system::error_code& error);
  // Over the socket itself, or over TLS on it.
  template <class Stream>
  void talk(Stream& stream, const ServerPlace& place);
  void talk_securely(const ServerPlace& place, boost::system::error_code& error);
  template <class Stream>
  boost::asio::awaitable<void> send(Stream& stream, const ServerPlace& place);
  template <class Stream>
  boost::asio::awaitable<void> receive(Stream& stream);
  bool take(std::string_view bytes);
  void cut();
  bool accepted() const { return status_ >= 200 && status_ <= 202; }
  Outcome<void> verdict() const;

  const HttpRequest& request_;
  const ByteSink& sink_;
  std::string url_;
  std::string host_;
  Language language_ = Language::en;
  boost::asio::io_context context_{1};
  boost::asio::ip::tcp::socket socket_{context_};
  std::array<char, 65536> out_{};
  std::array<char, 65536> in_{};
  std::optional<Error> source_error_;
  unsigned status_ = 0;  // of the answer, 0 until there is one
  bool complete_ = false;
  std::string refusal_;  // body of an answer that is not accepted()
};

}  // namespace talentmatch
