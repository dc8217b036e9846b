#pragma once
// A small HTTP client, so that commands can work through a running server: one connection for each request,
// bodies streamed both ways at once (an import's results come while its lines are still being sent).

#include <string>
#include <string_view>

#include "storage/service/service.hpp"
#include "tools/access.hpp"
#include "tools/outcome.hpp"

namespace talentmatch {

struct HttpRequest {
  std::string_view method;  // "GET", "POST", "DELETE"
  std::string target;       // path and query
  ByteSource body;          // empty = none
};

// Where the server is and how it is talked to.
struct ServerPlace {
  std::string host;
  std::string port;
  std::string key;           // empty = none
  bool secure = false;       // https
  std::filesystem::path ca;  // empty = the system's
  Language language{};
};

class Client {
 public:
  // http://HOST[:PORT] or https://…, with the key if there is one.
  static Outcome<Client> to(const Access& access);

  // The body of a 200, 201 or 202 goes to the sink; any other answer is a failure with the server's own
  // message.
  Outcome<void> exchange(const HttpRequest& request, const ByteSink& sink) const;
  Outcome<std::string> get(std::string target) const;
  Outcome<std::string> post(std::string target, std::string_view body) const;
  Outcome<std::string> ask(std::string_view method, std::string target) const;  // without a body
  const std::string& host() const { return place_.host; }
  const std::string& port() const { return place_.port; }
  bool secure() const { return place_.secure; }
  const std::string& key() const { return place_.key; }

 private:
  explicit Client(ServerPlace place) : place_(std::move(place)) {}

  ServerPlace place_;
};

std::string percent_encoded(std::string_view text);

}  // namespace talentmatch
