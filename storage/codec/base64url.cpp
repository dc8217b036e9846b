#include "storage/codec/base64url.hpp"

#include <array>
#include <cstdint>

namespace talentmatch {
namespace {

constexpr std::string_view kAlphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
constexpr std::uint8_t kNone = 0xFF;

constexpr std::array<std::uint8_t, 256> values() {
  std::array<std::uint8_t, 256> result{};
  result.fill(kNone);
  std::uint8_t value = 0;
  for (const char c : kAlphabet) result[static_cast<unsigned char>(c)] = value++;
  return result;
}

}  // namespace

std::string encode_base64url(std::string_view bytes) {
  std::string text;
  std::uint32_t bits = 0;
  unsigned count = 0;
  for (const char byte : bytes) {
    bits = bits << 8U | static_cast<unsigned char>(byte);
    for (count += 8; count >= 6; count -= 6) text += kAlphabet[bits >> (count - 6) & 63U];
  }
  if (count > 0) text += kAlphabet[bits << (6 - count) & 63U];
  return text;
}

std::optional<std::string> decode_base64url(std::string_view text) {
  static constexpr auto kValues = values();
  std::string bytes;
  std::uint32_t bits = 0;
  unsigned count = 0;
  for (const char c : text) {
    const std::uint8_t value = kValues[static_cast<unsigned char>(c)];
    if (value == kNone) return std::nullopt;
    bits = bits << 6U | value;
    count += 6;
    if (count < 8) continue;
    count -= 8;
    bytes += static_cast<char>(bits >> count & 0xFFU);
  }
  const bool left_over = count >= 6 || (bits & ((1U << count) - 1)) != 0;
  if (left_over) return std::nullopt;
  return bytes;
}

}  // namespace talentmatch
