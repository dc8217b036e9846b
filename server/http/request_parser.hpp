#pragma once
// Bytes of a connection → one Request. The grammar is Beast's; what Beast leaves open is closed here: the
// whole header is limited however it is cut into pieces, HTTP/1.1 needs exactly one Host, and a transfer
// coding other than chunked is refused, since the length of its body cannot be known.

#include <cstdint>
#include <string_view>

#include <boost/beast/http/basic_parser.hpp>

#include "server/http/request.hpp"

namespace talentmatch {

enum class ParseState : std::uint8_t {
  need_more,
  header,    // the header is complete, the body (if any) comes next
  complete,  // the request is complete
  malformed,
  header_too_large,
  body_too_large
};

// One per request. Not copyable: it writes into the request that it was made with.
class RequestParser final : private boost::beast::http::basic_parser<true> {
 public:
  RequestParser(Request& request, std::size_t header_limit, std::size_t body_limit);

  // Takes what it can off the front of `bytes` and says where the request stands. The body is appended to
  // request.body; who streams it takes it out between calls.
  ParseState feed(std::string_view& bytes);
  bool started() const { return got_some(); }
  bool in_body() const { return is_header_done() && !is_done(); }
  bool complete() const { return is_done(); }
  void set_body_limit(std::size_t limit) { body_left_ = limit; }

 private:
  using View = boost::beast::string_view;
  using Code = boost::beast::error_code;
  using Field = boost::beast::http::field;

  ParseState feed_header(std::string_view& bytes);
  ParseState feed_body(std::string_view& bytes);
  ParseState failure(const Code& error) const;
  bool header_is_sound() const;

  void on_request_impl(Method method, View name, View target, int version, Code& error) override;
  void on_field_impl(Field field, View name, View value, Code& error) override;
  void on_header_impl(Code& error) override;
  std::size_t on_body_impl(View bytes, Code& error) override;
  std::size_t on_chunk_body_impl(std::uint64_t left, View bytes, Code& error) override;
  void on_response_impl(int, View, int, Code& error) override { error = {}; }
  void on_body_init_impl(const boost::optional<std::uint64_t>& length, Code& error) override;
  void on_chunk_header_impl(std::uint64_t, View, Code& error) override { error = {}; }
  void on_finish_impl(Code& error) override { error = {}; }

  Request& request_;
  std::size_t header_left_;
  std::size_t body_left_;
  unsigned hosts_ = 0;
  bool coded_ = false;  // a Transfer-Encoding was given
};

}  // namespace talentmatch
