#pragma once
// One connection's TLS. Reads and writes may be under way at the same time; the socket is the wire's.

#include <boost/asio/ssl/context.hpp>
#include <boost/asio/ssl/stream.hpp>

#include "server/net/tls.hpp"

namespace talentmatch {

struct TlsContext::Native {
  net::ssl::context context{net::ssl::context::tls_server};
};

class TlsSession {
 public:
  TlsSession(Socket& socket, std::shared_ptr<const TlsContext> context)
      : context_(std::move(context)), stream_(socket, context_->native_->context) {}

  net::ssl::stream<Socket&>& stream() { return stream_; }

 private:
  std::shared_ptr<const TlsContext> context_;  // also when the server has a newer one
  net::ssl::stream<Socket&> stream_;
};

}  // namespace talentmatch
