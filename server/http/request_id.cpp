#include "server/http/request_id.hpp"

#include <algorithm>
#include <random>

#include <fmt/format.h>

namespace talentmatch {

bool is_request_id(std::string_view text) {
  constexpr std::size_t kLongest = 64;
  const auto allowed = [](char c) {
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '.' ||
           c == '_' || c == '-';
  };
  return !text.empty() && text.size() <= kLongest && std::ranges::all_of(text, allowed);
}

RequestIds::RequestIds(std::uint32_t nonce, std::size_t worker) {
  const auto prefix = fmt::format("{:08x}-{:x}-", nonce, worker);
  std::ranges::copy(prefix, prefix_.text_.begin());
  prefix_.size_ = static_cast<std::uint32_t>(prefix.size());
}

std::uint32_t boot_nonce() {
  return std::random_device()();
}

}  // namespace talentmatch
