#include "storage/audit/digest.hpp"

#include <array>
#include <cstdint>
#include <stdexcept>

#include <fmt/format.h>
#include <sys/random.h>

#include "engine/placement/sha256.hpp"

namespace talentmatch {
namespace {

constexpr std::size_t kHmacBlock = 64;

std::string digest_bytes(std::string_view text) {
  std::string bytes;
  for (const std::uint32_t word : sha256(text)) {
    for (const unsigned shift : {24U, 16U, 8U, 0U}) bytes += static_cast<char>(word >> shift & 0xFFU);
  }
  return bytes;
}

std::string hexadecimal(std::string_view bytes) {
  std::string text;
  for (const char byte : bytes) text += fmt::format("{:02x}", static_cast<unsigned char>(byte));
  return text;
}

std::string padded(std::string_view key, unsigned char with) {
  std::string block(key.size() > kHmacBlock ? digest_bytes(key) : std::string(key));
  block.resize(kHmacBlock, '\0');
  for (char& byte : block) byte = static_cast<char>(static_cast<unsigned char>(byte) ^ with);
  return block;
}

}  // namespace

std::string sha256_text(std::string_view text) {
  return hexadecimal(digest_bytes(text));
}

std::string hmac_text(std::string_view key, std::string_view text) {
  constexpr unsigned char kInner = 0x36;
  constexpr unsigned char kOuter = 0x5c;
  const auto inner = digest_bytes(padded(key, kInner).append(text));
  return sha256_text(padded(key, kOuter).append(inner));
}

std::string random_key() {
  std::array<char, 32> bytes{};
  if (::getrandom(bytes.data(), bytes.size(), 0) != static_cast<ssize_t>(bytes.size())) {
    throw std::runtime_error("the system gives no random bytes");
  }
  return hexadecimal({bytes.data(), bytes.size()});
}

}  // namespace talentmatch
