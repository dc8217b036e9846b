#include "storage/codec/cursor.hpp"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <utility>

#include <xxhash.h>

#include "storage/codec/base64url.hpp"
#include "storage/codec/text_form.hpp"

namespace talentmatch {
namespace {

// Inside: format, score, posted, as_of, length of the id, id, version, checksum; integers low byte first.
constexpr std::uint32_t kFormat = 1;
constexpr std::size_t kChecksumBytes = 4;
constexpr std::size_t kMaxTextLength = 512;

void put(std::string& out, std::uint32_t value, std::size_t bytes) {
  for (std::size_t i = 0; i < bytes; ++i) out += static_cast<char>(value >> 8 * i & 0xFFU);
}

std::uint32_t checksum(std::string_view bytes) {
  return static_cast<std::uint32_t>(XXH3_64bits(bytes.data(), bytes.size()));
}

// Takes values off the front; once something is missing, all that follows is missing too.
class Reader {
 public:
  explicit Reader(std::string_view bytes) : bytes_(bytes) {}

  std::string_view text(std::size_t size) {
    complete_ = complete_ && size <= bytes_.size();
    if (!complete_) return {};
    const auto taken = bytes_.substr(0, size);
    bytes_.remove_prefix(size);
    return taken;
  }
  std::uint32_t number(std::size_t bytes) {
    std::uint32_t value = 0;
    unsigned shift = 0;
    for (const char byte : text(bytes)) {
      value |= std::uint32_t{static_cast<unsigned char>(byte)} << shift;
      shift += 8;
    }
    return value;
  }
  Date date() { return {static_cast<std::int32_t>(number(4))}; }
  std::string_view rest() { return text(bytes_.size()); }
  bool complete() const { return complete_; }

 private:
  std::string_view bytes_;
  bool complete_ = true;
};

bool is_day(Date date) {
  static const Date kFirst = *parse_date("0001-01-01");
  static const Date kLast = *parse_date("9999-12-31");
  return kFirst <= date && date <= kLast;
}

bool is_version(std::string_view text) {
  return !text.empty() && std::ranges::all_of(text, [](char c) { return c > ' ' && c < 0x7F; });
}

bool valid(const Cursor& cursor) {
  const PageKey& key = cursor.key;
  return key.score <= 1000 && (key.posted == kNeverPosted || is_day(key.posted)) && is_day(cursor.as_of) &&
         is_id(key.id) && is_version(key.version);
}

std::optional<Cursor> read(std::string_view bytes) {
  Reader reader(bytes);
  if (reader.number(1) != kFormat) return std::nullopt;
  Cursor cursor;
  cursor.key.score = static_cast<std::int32_t>(reader.number(2));
  cursor.key.posted = reader.date();
  cursor.as_of = reader.date();
  cursor.key.id = reader.text(reader.number(1));
  cursor.key.version = reader.rest();
  if (!reader.complete() || !valid(cursor)) return std::nullopt;
  return cursor;
}

// The bytes before a checksum that fits them.
std::optional<std::string_view> checked(std::string_view bytes) {
  if (bytes.size() < kChecksumBytes) return std::nullopt;
  const auto content = bytes.substr(0, bytes.size() - kChecksumBytes);
  Reader stored(bytes.substr(content.size()));
  if (stored.number(kChecksumBytes) != checksum(content)) return std::nullopt;
  return content;
}

}  // namespace

std::string encode_cursor(const PageKey& key, Date as_of) {
  std::string bytes;
  put(bytes, kFormat, 1);
  put(bytes, static_cast<std::uint32_t>(key.score), 2);
  put(bytes, static_cast<std::uint32_t>(key.posted.days), 4);
  put(bytes, static_cast<std::uint32_t>(as_of.days), 4);
  put(bytes, static_cast<std::uint32_t>(key.id.size()), 1);
  bytes += key.id;
  bytes += key.version;
  put(bytes, checksum(bytes), kChecksumBytes);
  return encode_base64url(bytes);
}

Result<Cursor> decode_cursor(std::string_view text) {
  const auto refused = [&] { return fail({.code = ErrorCode::invalid_cursor, .field = "cursor"}); };
  if (text.size() > kMaxTextLength) return refused();
  const auto bytes = decode_base64url(text);
  if (!bytes) return refused();
  const auto content = checked(*bytes);
  if (!content) return refused();
  auto cursor = read(*content);
  if (!cursor) return refused();
  return *std::move(cursor);
}

}  // namespace talentmatch
