#pragma once
// What a resource answers, before it becomes bytes of a connection. Buffers are reused: take an answer by
// reference and call clear().

#include <cstdint>
#include <string>
#include <string_view>

#include "server/http/reuse.hpp"

namespace talentmatch {

enum class MediaType : std::uint8_t { none, json, ndjson, prometheus, csv };

struct Answer {
  unsigned status = 200;
  MediaType type = MediaType::json;
  bool retry_later = false;    // with Retry-After
  std::string_view allow;      // of a 405: must outlive the answer
  std::string_view challenge;  // of a 401, WWW-Authenticate: the same
  std::string_view error;      // code of the error in the body: the same
  std::string etag;            // quoted; empty = none
  std::string body;

  void clear() {
    status = 200;
    type = MediaType::json;
    retry_later = false;
    allow = {};
    challenge = {};
    error = {};
    reuse(etag);
    reuse(body);
  }
};

}  // namespace talentmatch
