#include "storage/codec/json_text.hpp"

#include <cstdint>
#include <cstring>

namespace talentmatch {
namespace {

constexpr bool needs_escape(char c) {
  return static_cast<unsigned char>(c) < 0x20 || c == '"' || c == '\\';
}

constexpr std::uint64_t repeat(std::uint8_t byte) {
  return 0x0101'0101'0101'0101U * byte;
}

// Does any of eight bytes need an escape: each test sets the top bit of a byte that is below 0x20, a quote or
// a backslash, and of none that is part of a longer UTF-8 character.
constexpr bool any_needs_escape(std::uint64_t eight) {
  const std::uint64_t quote = eight ^ repeat('"');
  const std::uint64_t backslash = eight ^ repeat('\\');
  const std::uint64_t found = ((eight - repeat(0x20)) & ~eight) | ((quote - repeat(1)) & ~quote) |
                              ((backslash - repeat(1)) & ~backslash);
  return (found & repeat(0x80)) != 0;
}

// How many characters at the start need no escape.
std::size_t plain_length(std::string_view text) {
  std::size_t at = 0;
  for (std::uint64_t eight = 0; text.size() - at >= sizeof eight; at += sizeof eight) {
    std::memcpy(&eight, text.data() + at, sizeof eight);
    if (any_needs_escape(eight)) break;
  }
  while (at < text.size() && !needs_escape(text[at])) ++at;
  return at;
}

void append_escaped(std::string& out, char c) {
  static constexpr std::string_view kHex = "0123456789abcdef";
  switch (c) {
    case '"':
      out += "\\\"";
      break;
    case '\\':
      out += "\\\\";
      break;
    case '\b':
      out += "\\b";
      break;
    case '\f':
      out += "\\f";
      break;
    case '\n':
      out += "\\n";
      break;
    case '\r':
      out += "\\r";
      break;
    case '\t':
      out += "\\t";
      break;
    default:
      out += "\\u00";
      out += kHex[static_cast<unsigned char>(c) >> 4];
      out += kHex[static_cast<unsigned char>(c) & 15];
  }
}

}  // namespace

void append_text(std::string& out, std::string_view text) {
  out += '"';
  while (true) {
    const std::size_t plain = plain_length(text);
    out.append(text.substr(0, plain));
    if (plain == text.size()) break;
    append_escaped(out, text[plain]);
    text.remove_prefix(plain + 1);
  }
  out += '"';
}

}  // namespace talentmatch
