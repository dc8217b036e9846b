#pragma once
// Answers as HTTP/1.1 bytes, appended to what a connection is going to send.

#include <cstdint>
#include <string>
#include <string_view>

#include "server/http/answer.hpp"

namespace talentmatch {

struct Delivery {
  std::string_view date{};        // the Date field's value
  std::string_view request_id{};  // empty = none is told
  unsigned version = 11;          // of the request: 10 or 11
  bool keep_alive = true;         // false: the connection closes after this answer
  bool head_only = false;         // the request was HEAD: everything but the body
  bool secure = false;            // over TLS: the client is to stay with it
};

void append_response(std::string& out, const Answer& answer, const Delivery& delivery);

// An answer of unknown length: the head (without the answer's body), any number of chunks, the end. To an
// HTTP/1.0 client the chunks go unframed and the connection's end is the answer's end.
void append_stream_head(std::string& out, const Answer& answer, const Delivery& delivery);
void append_chunk(std::string& out, std::string_view bytes, unsigned version);
void append_last_chunk(std::string& out, unsigned version);

// An IMF-fixdate: "Sun, 22 Nov 2026 14:22:00 GMT".
std::string http_date(std::int64_t unix_seconds);

}  // namespace talentmatch
