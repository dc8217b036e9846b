#pragma once
// A small HTTP client, so that commands can work through a running server: one connection for each request,
// bodies streamed both ways at once (an import's results come while its lines are still being sent).

#include <string>
#include <string_view>

#include "storage/service/service.hpp"
#include "tools/outcome.hpp"

namespace talentmatch {

struct HttpRequest {
  std::string_view method;  // "GET", "POST", "DELETE"
  std::string target;       // path and query
  ByteSource body;          // empty = none
};

class Client {
 public:
  // http://HOST[:PORT]
  static Outcome<Client> to(std::string_view url, Language language);

  // The body of a 200 or 202 goes to the sink; any other answer is a failure with the server's own message.
  Outcome<void> exchange(const HttpRequest& request, const ByteSink& sink) const;
  Outcome<std::string> get(std::string target) const;
  Outcome<std::string> post(std::string target, std::string_view body) const;
  Outcome<std::string> ask(std::string_view method, std::string target) const;  // without a body
  const std::string& host() const { return host_; }
  const std::string& port() const { return port_; }

 private:
  Client(std::string host, std::string port, Language language);

  std::string host_;
  std::string port_;
  Language language_;
};

std::string percent_encoded(std::string_view text);

}  // namespace talentmatch
