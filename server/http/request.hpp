#pragma once
// One request as it came, kept by its connection and reused for the next, so that a request in steady state
// allocates nothing.

#include <string>
#include <string_view>

#include <boost/beast/http/verb.hpp>

#include "server/http/reuse.hpp"

namespace talentmatch {

using Method = boost::beast::http::verb;

struct Request {
  Method method{};
  std::string target;  // as sent, still percent-encoded
  unsigned version = 11;
  bool keep_alive = false;
  bool has_body = false;
  bool expects_continue = false;
  std::string host;
  std::string origin;
  std::string authorization;
  std::string content_type;
  std::string accept_language;
  std::string if_match;
  std::string if_none_match;
  std::string request_id;  // that the client gave, if it may (request_id.hpp); else empty
  std::string body;

  std::string_view path() const { return std::string_view(target).substr(0, target.find('?')); }
  std::string_view query() const {
    const auto mark = target.find('?');
    return mark == std::string::npos ? std::string_view{} : std::string_view(target).substr(mark + 1);
  }

  void clear() {
    for (auto* text : {&target, &host, &origin, &authorization, &content_type, &accept_language, &if_match,
                       &if_none_match, &request_id, &body})
      reuse(*text);
    method = Method::unknown;
    version = 11;
    keep_alive = has_body = expects_continue = false;
  }
};

}  // namespace talentmatch
