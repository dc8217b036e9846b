#pragma once
// The product's routes over a service with a small world, talked to over HTTP.

#include <memory>
#include <string>
#include <string_view>

#include "server/server.hpp"
#include "tests/server/http_client.hpp"
#include "tests/storage/service_support.hpp"

namespace talentmatch::testing {

class Api {
 public:
  // Instead of the default limits: of one placement's body, and of those that wait together.
  static constexpr std::size_t kPlacementBody = 9 << 20;
  static constexpr std::size_t kPlacementBodies = 4 << 20;

  // `filled`: schools S1 S2, employers E1 E2, a tie T1, graduates G1…G3, postings P1…P5.
  explicit Api(bool filled = true, const RequestLogOptions& log = {});

  // On one kept connection; reconnects after an answer that closes it. Messages in English.
  HttpAnswer ask(std::string_view method, std::string_view target, std::string_view body = {},
                 std::string_view fields = {});
  HttpAnswer get(std::string_view target) { return ask("GET", target); }
  std::uint16_t port() const { return server_->port(); }
  Server& server() { return *server_; }
  // Ends server and service; gives the data directory. No more requests.
  std::filesystem::path end();

 private:
  void import(std::string_view collection, std::string_view lines);

  TemporaryDirectory directory_;
  std::unique_ptr<Server> server_;
  std::unique_ptr<HttpClient> client_;
};

}  // namespace talentmatch::testing
