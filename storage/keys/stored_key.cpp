#include "storage/keys/stored_key.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "storage/codec/base64url.hpp"
#include "storage/codec/json_parser.hpp"
#include "storage/codec/json_text.hpp"
#include "storage/keys/key_json.hpp"

namespace talentmatch {
namespace {

void append_bytes(std::string& out, std::string_view name, std::span<const unsigned char> bytes) {
  out.append(",\"").append(name).append("\":");
  append_text(out, encode_base64url(std::string(bytes.begin(), bytes.end())));
}

void append_time(std::string& out, std::string_view name, Second moment) {
  out.append(",\"").append(name).append("\":");
  append_number(out, moment.time_since_epoch().count());
}

std::string_view text_at(const JsonObject& object, std::string_view name) {
  std::string_view text;
  return object.at_key(name).get(text) == simdjson::SUCCESS ? text : std::string_view{};
}

bool read_time(const JsonObject& object, std::string_view name, Second& moment) {
  std::int64_t seconds = 0;
  if (object.at_key(name).get(seconds) != simdjson::SUCCESS) return false;
  moment = Second(std::chrono::seconds(seconds));
  return true;
}

bool read_bytes(const JsonObject& object, std::string_view name, std::span<unsigned char> bytes) {
  const auto decoded = decode_base64url(text_at(object, name));
  if (!decoded || decoded->size() != bytes.size()) return false;
  std::ranges::copy(*decoded, bytes.begin());
  return true;
}

bool read_old(const JsonObject& object, Key& key) {
  OldSecret old;
  if (!read_time(object, "old_until", old.until)) return true;
  key.old = old;
  return read_bytes(object, "old_salt", key.old->hash.salt) &&
         read_bytes(object, "old_digest", key.old->hash.digest);
}

}  // namespace

std::string stored_key(const Key& key) {
  std::string out = "{\"spec\":";
  append_key_spec(out, key.spec);
  append_time(out, "created", key.created);
  append_bytes(out, "salt", key.secret.salt);
  append_bytes(out, "digest", key.secret.digest);
  if (key.old) {
    append_time(out, "old_until", key.old->until);
    append_bytes(out, "old_salt", key.old->hash.salt);
    append_bytes(out, "old_digest", key.old->hash.digest);
  }
  return out += '}';
}

Result<Key> read_stored_key(std::string_view json) {
  const auto damaged = [] { return fail({.code = ErrorCode::corrupt_data, .detail = "a key"}); };
  JsonParser parser;
  const auto object = parser.parse_object(json);
  if (!object) return damaged();
  JsonElement asked;
  if (object->at_key("spec").get(asked) != simdjson::SUCCESS) return damaged();
  auto spec = read_key_spec(std::string(simdjson::minify(asked)));
  if (!spec) return damaged();
  Key key{.spec = *std::move(spec)};
  const bool whole = read_time(*object, "created", key.created) &&
                     read_bytes(*object, "salt", key.secret.salt) &&
                     read_bytes(*object, "digest", key.secret.digest) && read_old(*object, key);
  if (!whole) return damaged();
  return key;
}

}  // namespace talentmatch
