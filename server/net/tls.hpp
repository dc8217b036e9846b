#pragma once
// TLS on a connection's socket (OpenSSL by way of Asio). Only wire.cpp and those who make a context see its
// types; a server without a certificate never makes one.

#include <memory>

#include "engine/model/error.hpp"
#include "server/net/asio.hpp"
#include "server/server.hpp"

namespace talentmatch {

// The server's certificate and what it speaks: TLS 1.2 and later. Shared by all connections, any thread.
class TlsContext {
 public:
  // Error invalid_option: a file that is missing, cannot be read or does not fit the other.
  static Result<TlsContext> load(const TlsFiles& files);
  ~TlsContext();
  TlsContext(TlsContext&&) noexcept;
  TlsContext& operator=(TlsContext&&) noexcept;

 private:
  friend class TlsSession;
  struct Native;
  explicit TlsContext(std::unique_ptr<Native> native);
  std::unique_ptr<Native> native_;
};

}  // namespace talentmatch
