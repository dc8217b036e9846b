#include "tests/server/http_client.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <charconv>
#include <stdexcept>

#include <arpa/inet.h>
#include <fmt/format.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

#include "tests/server/answer_record.hpp"

namespace talentmatch::testing {

HttpClient::HttpClient(std::uint16_t port) : socket_(socket(AF_INET, SOCK_STREAM, 0)) {
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(port);
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  const timeval patience{.tv_sec = 10, .tv_usec = 0};
  setsockopt(socket_, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
  setsockopt(socket_, SOL_SOCKET, SO_SNDTIMEO, &patience, sizeof patience);
  // NOLINTNEXTLINE(cppcoreguidelines-pro-type-reinterpret-cast): the socket API's way
  if (connect(socket_, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0) {
    close(socket_);
    throw std::runtime_error(fmt::format("nobody listens on port {}", port));
  }
}

HttpClient::~HttpClient() {
  close(socket_);
}

bool HttpClient::send(std::string_view bytes) {
  while (!bytes.empty()) {
    const auto count = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
    if (count <= 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(count));
  }
  return true;
}

bool HttpClient::fill() {
  std::array<char, 1 << 16> bytes{};
  const auto count = recv(socket_, bytes.data(), bytes.size(), 0);
  if (count < 0 && errno == EAGAIN) throw std::runtime_error("the server is silent for ten seconds");
  if (count <= 0) return false;
  buffer_.append(bytes.data(), static_cast<std::size_t>(count));
  return true;
}

bool HttpClient::ended() {
  char byte = 0;
  return buffer_.empty() && recv(socket_, &byte, 1, 0) == 0;
}

void HttpClient::half_close() {
  shutdown(socket_, SHUT_WR);
}

bool HttpClient::take_line(std::string& line) {
  auto end = buffer_.find("\r\n");
  while (end == std::string::npos) {
    if (!fill()) return false;
    end = buffer_.find("\r\n");
  }
  line = buffer_.substr(0, end);
  buffer_.erase(0, end + 2);
  return true;
}

bool HttpClient::take(std::size_t count, std::string& out) {
  while (buffer_.size() < count) {
    if (!fill()) return false;
  }
  out.append(buffer_, 0, count);
  buffer_.erase(0, count);
  return true;
}

bool HttpClient::take_chunks(std::string& out) {
  std::string line;
  while (take_line(line)) {
    std::size_t size = 0;
    std::from_chars(line.data(), line.data() + line.size(), size, 16);
    if (!take(size, out) || !take_line(line)) return false;
    if (size == 0) return true;
  }
  return false;
}

std::optional<HttpAnswer> HttpClient::receive(bool head_only) {
  HttpAnswer answer;
  std::string line;
  if (!take_line(line) || !line.starts_with("HTTP/1.1 ")) return std::nullopt;
  std::from_chars(line.data() + 9, line.data() + line.size(), answer.status);
  while (take_line(line) && !line.empty()) {
    const auto colon = line.find(": ");
    std::string name = line.substr(0, colon);
    std::ranges::transform(name, name.begin(),
                           [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    answer.fields[name] = line.substr(colon + 2);
  }
  if (!line.empty()) return std::nullopt;
  const auto length = answer.field("content-length");
  if (head_only || answer.status < 200 || answer.status == 304) {
    answer.whole = true;
  } else if (!length.empty()) {
    answer.whole = take(std::stoul(length), answer.body);
  } else if (answer.field("transfer-encoding") == "chunked") {
    answer.whole = take_chunks(answer.body);
  } else {
    while (fill()) {
    }
    answer.whole = true;
    answer.body = std::move(buffer_);
  }
  return answer;
}

HttpAnswer HttpClient::ask(std::string_view method, std::string_view target, std::string_view body,
                           std::string_view fields) {
  if (!send(request_text(method, target, body, fields)))
    throw std::runtime_error("the server took no request");
  auto answer = receive(method == "HEAD");
  if (!answer) throw std::runtime_error(fmt::format("no answer to {} {}", method, target));
  record_answer(method, target, *answer);
  return *std::move(answer);
}

std::string request_text(std::string_view method, std::string_view target, std::string_view body,
                         std::string_view fields) {
  const std::string length = body.empty() ? "" : fmt::format("Content-Length: {}\r\n", body.size());
  return fmt::format("{} {} HTTP/1.1\r\nHost: localhost\r\n{}{}\r\n{}", method, target, fields, length, body);
}

}  // namespace talentmatch::testing
