#pragma once
// A client that sends exactly the bytes it is told to, cut and timed as it is told, and reads answers one by
// one. Blocking, with a timeout, so that a server that hangs fails a test.

#include <chrono>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace talentmatch::testing {

struct HttpAnswer {
  unsigned status = 0;
  std::map<std::string, std::string> fields;  // names in lower case
  std::string body;                           // chunks put together
  bool whole = false;                         // false: the connection ended before the body's end

  std::string field(const std::string& name) const {
    const auto found = fields.find(name);
    return found == fields.end() ? std::string() : found->second;
  }
};

class HttpClient {
 public:
  // Throws std::runtime_error if nobody listens.
  explicit HttpClient(std::uint16_t port);
  HttpClient(const HttpClient&) = delete;
  HttpClient& operator=(const HttpClient&) = delete;
  ~HttpClient();

  // False: the other side is gone, or takes nothing for ten seconds.
  bool send(std::string_view bytes);
  // No answer: the connection ended before its head was complete. Throws std::runtime_error after ten seconds
  // of silence.
  std::optional<HttpAnswer> receive(bool head_only = false);
  // The connection's end comes within ten seconds, without another byte.
  bool ended();
  void half_close();

  HttpAnswer ask(std::string_view method, std::string_view target, std::string_view body = {},
                 std::string_view fields = {});

 private:
  bool fill();
  bool take_line(std::string& line);
  bool take(std::size_t count, std::string& out);
  bool take_chunks(std::string& out);

  int socket_ = -1;
  std::string buffer_;
};

// "GET /x HTTP/1.1" with Host, the fields ("Name: value\r\n"…) and a body of known length.
std::string request_text(std::string_view method, std::string_view target, std::string_view body = {},
                         std::string_view fields = {});

}  // namespace talentmatch::testing
