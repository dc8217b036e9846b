#pragma once
// The HTTP server of spec 4. It listens before the data is there (alive, not ready) and answers from the
// service once it has one. All calls are safe from any thread but stop(), which one thread calls once.

#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <string>

#include "engine/model/error.hpp"
#include "server/limits.hpp"
#include "server/log/request_log.hpp"

namespace talentmatch {

class Service;
struct Route;

// PEM files: the certificate with its chain, and its key.
struct TlsFiles {
  std::filesystem::path certificate;
  std::filesystem::path key;

  bool given() const { return !certificate.empty() || !key.empty(); }
};

struct ServerOptions {
  // Beyond the loopback interface nobody is served without a key, even while there are none.
  std::string address = "127.0.0.1";
  std::uint16_t port = 8080;    // 0 = any free one
  TlsFiles tls;                 // none: plain HTTP
  unsigned threads = 0;         // 0 = one per core
  std::filesystem::path spool;  // for import results that clients do not fetch; empty = the system's
  Limits limits;
  RequestLogOptions log;
  std::span<const Route> routes;  // empty = the product's; tests and benchmarks bring their own
};

class Server {
 public:
  // Listens and answers from the return on. Also raises the process's limit of open files, as far as it may,
  // to what the connections need. Error invalid_option: the address, the port (in use), the
  // TLS files.
  static Result<std::unique_ptr<Server>> start(const ServerOptions& options);
  ~Server();  // stops, if that has not been done

  // From now on the server is ready.
  void set_service(std::shared_ptr<Service> service);
  // Reads the TLS files again, for connections that are made from now on; those that there are go on with
  // what they began with. Without TLS it does nothing. Error invalid_option as at the start: all stays as it
  // was.
  Result<void> reload_tls();
  // Not ready from this moment; requests in flight are finished and their connections closed; returns when
  // all has ended, within limits.stop_close and the time of the service's current step.
  void stop();

  std::uint16_t port() const;

 private:
  struct Parts;
  explicit Server(std::unique_ptr<Parts> parts);
  std::unique_ptr<Parts> parts_;
};

}  // namespace talentmatch
