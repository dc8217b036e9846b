#include "server/http/response.hpp"

#include <array>
#include <ctime>

#include <boost/beast/http/status.hpp>
#include <fmt/format.h>

namespace talentmatch {

namespace {

constexpr std::array<std::string_view, 5> kTypeFields{
    "", "Content-Type: application/json\r\n", "Content-Type: application/x-ndjson\r\n",
    "Content-Type: text/plain; version=0.0.4; charset=utf-8\r\n",
    "Content-Type: text/csv; charset=utf-8\r\n"};

void append_status_line(std::string& out, unsigned status) {
  if (status == 200) {
    out += "HTTP/1.1 200 OK\r\n";
    return;
  }
  const auto reason = boost::beast::http::obsolete_reason(static_cast<boost::beast::http::status>(status));
  fmt::format_to(std::back_inserter(out), "HTTP/1.1 {} {}\r\n", status,
                 std::string_view(reason.data(), reason.size()));
}

void append_connection(std::string& out, const Delivery& delivery) {
  if (!delivery.keep_alive) {
    out += "Connection: close\r\n";
  } else if (delivery.version == 10) {
    out += "Connection: keep-alive\r\n";
  }
}

// All of the head but the length and the empty line.
void append_fields(std::string& out, const Answer& answer, const Delivery& delivery) {
  append_status_line(out, answer.status);
  out.append("Date: ").append(delivery.date).append("\r\n");
  out += kTypeFields[static_cast<std::size_t>(answer.type)];
  out += "X-Content-Type-Options: nosniff\r\nCache-Control: no-store\r\nReferrer-Policy: no-referrer\r\n";
  if (delivery.secure) out += "Strict-Transport-Security: max-age=31536000\r\n";
  if (!delivery.request_id.empty()) out.append("X-Request-Id: ").append(delivery.request_id).append("\r\n");
  append_connection(out, delivery);
  if (!answer.etag.empty()) out.append("ETag: ").append(answer.etag).append("\r\n");
  if (answer.retry_later) out += "Retry-After: 1\r\n";
  if (!answer.challenge.empty()) out.append("WWW-Authenticate: ").append(answer.challenge).append("\r\n");
  if (!answer.allow.empty()) out.append("Allow: ").append(answer.allow).append("\r\n");
}

}  // namespace

void append_response(std::string& out, const Answer& answer, const Delivery& delivery) {
  append_fields(out, answer, delivery);
  if (answer.status != 304) {
    const fmt::format_int length(answer.body.size());
    out.append("Content-Length: ").append(length.data(), length.size()).append("\r\n");
  }
  out += "\r\n";
  if (!delivery.head_only) out += answer.body;
}

void append_stream_head(std::string& out, const Answer& answer, const Delivery& delivery) {
  append_fields(out, answer, delivery);
  out += delivery.version == 10 ? "\r\n" : "Transfer-Encoding: chunked\r\n\r\n";
}

void append_chunk(std::string& out, std::string_view bytes, unsigned version) {
  if (bytes.empty()) return;  // an empty chunk would end the answer
  if (version == 10) {
    out += bytes;
    return;
  }
  fmt::format_to(std::back_inserter(out), "{:x}\r\n", bytes.size());
  out.append(bytes).append("\r\n");
}

void append_last_chunk(std::string& out, unsigned version) {
  if (version != 10) out += "0\r\n\r\n";
}

std::string http_date(std::int64_t unix_seconds) {
  constexpr std::array<std::string_view, 7> kDays{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
  constexpr std::array<std::string_view, 12> kMonths{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                     "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  const auto time = static_cast<std::time_t>(unix_seconds);
  std::tm t{};
  gmtime_r(&time, &t);
  return fmt::format("{}, {:02} {} {:04} {:02}:{:02}:{:02} GMT", kDays[static_cast<std::size_t>(t.tm_wday)],
                     t.tm_mday, kMonths[static_cast<std::size_t>(t.tm_mon)], t.tm_year + 1900, t.tm_hour,
                     t.tm_min, t.tm_sec);
}

}  // namespace talentmatch
