#include "server/http/request_parser.hpp"

#include <boost/beast/core/string.hpp>
#include <boost/beast/http/error.hpp>

#include "server/http/request_id.hpp"

namespace talentmatch {

namespace http = boost::beast::http;

namespace {

// A proxy may be sent "http://host/path": what counts is the path.
std::string_view origin_form(std::string_view target) {
  constexpr std::string_view kScheme = "http://";
  if (!target.starts_with(kScheme)) return target;
  const auto path = target.find('/', kScheme.size());
  return path == std::string_view::npos ? "/" : target.substr(path);
}

}  // namespace

RequestParser::RequestParser(Request& request, std::size_t limit, std::size_t body_limit)
    : request_(request), header_left_(limit), body_left_(body_limit) {
  request_.clear();
  header_limit(static_cast<std::uint32_t>(limit));
  this->body_limit(boost::none);
}

ParseState RequestParser::feed(std::string_view& bytes) {
  if (is_done()) return ParseState::complete;
  return is_header_done() ? feed_body(bytes) : feed_header(bytes);
}

ParseState RequestParser::feed_header(std::string_view& bytes) {
  while (!got_some() && bytes.starts_with("\r\n")) bytes.remove_prefix(2);  // RFC 9112, 2.2
  if (!got_some() && bytes == "\r") return ParseState::need_more;
  Code error;
  const std::size_t taken = put(boost::asio::buffer(bytes.data(), bytes.size()), error);
  bytes.remove_prefix(taken);
  const bool goes_on = error == http::error::need_more;
  if (taken + (goes_on ? bytes.size() : 0) > header_left_) return ParseState::header_too_large;
  header_left_ -= taken;
  if (goes_on) return ParseState::need_more;
  if (error) return failure(error);
  return header_is_sound() ? ParseState::header : ParseState::malformed;
}

// What a body leaves untaken is an unfinished line between its chunks, which nobody needs to be long.
ParseState RequestParser::feed_body(std::string_view& bytes) {
  constexpr std::size_t kLongestLine = 4096;
  eager(true);
  Code error;
  bytes.remove_prefix(put(boost::asio::buffer(bytes.data(), bytes.size()), error));
  if (error == http::error::need_more) {
    return bytes.size() > kLongestLine ? ParseState::malformed : ParseState::need_more;
  }
  if (error) return failure(error);
  return is_done() ? ParseState::complete : ParseState::need_more;
}

ParseState RequestParser::failure(const Code& error) const {
  if (error == http::error::header_limit) return ParseState::header_too_large;
  if (error == http::error::body_limit) return ParseState::body_too_large;
  return ParseState::malformed;
}

bool RequestParser::header_is_sound() const {
  if (coded_ && !chunked()) return false;
  return request_.version == 10 ? hosts_ <= 1 : hosts_ == 1;  // RFC 9112, 3.2
}

void RequestParser::on_request_impl(Method method, View, View target, int version, Code& error) {
  request_.method = method;
  request_.target = origin_form({target.data(), target.size()});
  request_.version = static_cast<unsigned>(version);
  error = {};
}

void RequestParser::on_field_impl(Field field, View name, View value, Code& error) {
  error = {};
  if (is_header_done()) return;  // a trailer
  const auto keep = [&](std::string& text) { text.assign(value.data(), value.size()); };
  switch (field) {
    case Field::host:
      ++hosts_;
      keep(request_.host);
      break;
    case Field::transfer_encoding:
      coded_ = true;
      break;
    case Field::expect:
      request_.expects_continue = boost::beast::iequals(value, "100-continue");
      break;
    case Field::content_type:
      keep(request_.content_type);
      break;
    case Field::accept_language:
      keep(request_.accept_language);
      break;
    case Field::origin:
      keep(request_.origin);
      break;
    case Field::authorization:
      keep(request_.authorization);
      break;
    case Field::if_match:
      keep(request_.if_match);
      break;
    case Field::if_none_match:
      keep(request_.if_none_match);
      break;
    case Field::unknown:
      if (boost::beast::iequals(name, "X-Request-Id") && is_request_id({value.data(), value.size()}))
        keep(request_.request_id);
      break;
    default:
      break;
  }
}

void RequestParser::on_header_impl(Code& error) {
  request_.keep_alive = keep_alive();
  request_.has_body = chunked() || content_length().value_or(0) > 0;
  error = {};
}

void RequestParser::on_body_init_impl(const boost::optional<std::uint64_t>& length, Code& error) {
  error = {};
  if (length.value_or(0) > body_left_) error = http::error::body_limit;
}

std::size_t RequestParser::on_body_impl(View bytes, Code& error) {
  error = {};
  if (bytes.size() > body_left_) {
    error = http::error::body_limit;
    return 0;
  }
  body_left_ -= bytes.size();
  request_.body.append(bytes.data(), bytes.size());
  return bytes.size();
}

std::size_t RequestParser::on_chunk_body_impl(std::uint64_t, View bytes, Code& error) {
  return on_body_impl(bytes, error);
}

}  // namespace talentmatch
