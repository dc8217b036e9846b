#include "tools/client.hpp"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "tools/client_exchange.hpp"

namespace talentmatch {

Outcome<Client> Client::to(const Access& access) {
  const std::string_view url = access.server;
  const bool secure = url.starts_with("https://");
  const std::string_view scheme = secure ? "https://" : "http://";
  auto place = url.starts_with(scheme) ? url.substr(scheme.size()) : std::string_view{};
  if (place.ends_with('/')) place.remove_suffix(1);
  const auto colon = place.rfind(':');
  const auto host = place.substr(0, colon);
  const auto port = colon == std::string_view::npos ? (secure ? "443" : "80") : place.substr(colon + 1);
  const bool digits = !port.empty() && std::ranges::all_of(port, [](char c) { return c >= '0' && c <= '9'; });
  if (host.empty() || !digits || host.find('/') != std::string_view::npos) {
    return give_up(fmt::format("--server {}: http://HOST:PORT or https://HOST:PORT", url), kMisused);
  }
  auto key = key_of(access);
  if (!key) return std::unexpected(std::move(key.error()));
  return Client({.host = std::string(host),
                 .port = std::string(port),
                 .key = *std::move(key),
                 .secure = secure,
                 .ca = access.ca,
                 .language = access.language});
}

Outcome<void> Client::exchange(const HttpRequest& request, const ByteSink& sink) const {
  ClientExchange exchange(request, sink);
  return exchange.run(place_);
}

Outcome<std::string> Client::get(std::string target) const {
  return ask("GET", std::move(target));
}

Outcome<std::string> Client::ask(std::string_view method, std::string target) const {
  std::string answer;
  const auto sink = [&](std::string_view bytes) {
    answer += bytes;
    return true;
  };
  auto done = exchange({.method = method, .target = std::move(target), .body = {}}, sink);
  if (!done) return std::unexpected(std::move(done.error()));
  return answer;
}

Outcome<std::string> Client::post(std::string target, std::string_view body) const {
  std::string answer;
  const auto source = [&](char* buffer, std::size_t capacity) -> Result<std::size_t> {
    const auto size = body.copy(buffer, capacity);
    body.remove_prefix(size);
    return size;
  };
  const auto sink = [&](std::string_view bytes) {
    answer += bytes;
    return true;
  };
  auto done = exchange({.method = "POST", .target = std::move(target), .body = source}, sink);
  if (!done) return std::unexpected(std::move(done.error()));
  return answer;
}

std::string percent_encoded(std::string_view text) {
  constexpr std::string_view kPlain = "-._~";
  std::string encoded;
  for (const char byte : text) {
    const bool letter =
        (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || (byte >= '0' && byte <= '9');
    if (letter || kPlain.find(byte) != std::string_view::npos) {
      encoded += byte;
    } else {
      encoded += fmt::format("%{:02X}", static_cast<unsigned>(static_cast<unsigned char>(byte)));
    }
  }
  return encoded;
}

}  // namespace talentmatch
