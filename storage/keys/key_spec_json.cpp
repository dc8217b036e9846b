#include <array>
#include <utility>

#include "storage/codec/field_format.hpp"
#include "storage/codec/field_path.hpp"
#include "storage/codec/json_parser.hpp"
#include "storage/codec/near_word.hpp"
#include "storage/keys/key_json.hpp"

namespace talentmatch {
namespace {

constexpr std::array<std::string_view, 5> kSpecMembers{"id", "scopes", "schools", "employers", "expires"};
constexpr std::array<std::string_view, 1> kOverlapMembers{"overlap_hours"};
constexpr std::int32_t kMostOverlap = 24 * 90;  // hours

// Calls take(text) -> Result<void> for each item.
template <class Take>
Result<void> read_texts(const JsonElement& element, const Take& take) {
  JsonArray list;
  if (element.get(list) != simdjson::SUCCESS) return fail(wrong_type(element, "list"));
  for (const JsonElement item : list) {
    const auto text = read_string(item);
    if (!text) return fail(text.error());
    if (auto taken = take(*text); !taken) return taken;
  }
  return {};
}

Result<void> add_scope(ScopeSet& scopes, std::string_view name) {
  const auto scope = parse_word<Scope>(name);
  if (!scope) return fail(unknown_word(name, words<Scope>));
  scopes.add(*scope);
  return {};
}

// A list that came out empty must not make a key without a limit.
Result<void> read_limit(std::vector<std::string>& ids, const JsonElement& element) {
  auto read = read_texts(element, [&](std::string_view id) -> Result<void> {
    ids.emplace_back(id);
    return {};
  });
  if (read && ids.empty()) return fail({.code = ErrorCode::invalid_value, .value = "[]"});
  return read;
}

Result<void> read_day(std::optional<Date>& day, const JsonElement& element) {
  const auto text = read_string(element);
  if (!text) return fail(text.error());
  day = parse_date(*text);
  if (day) return {};
  return fail({.code = ErrorCode::invalid_value, .value = excerpt(*text), .detail = "YYYY-MM-DD"});
}

Result<void> read_spec_member(KeySpec& spec, std::string_view name, const JsonElement& element) {
  if (name == "scopes") {
    return read_texts(element, [&](std::string_view word) { return add_scope(spec.scopes, word); });
  }
  if (name == "schools") return read_limit(spec.reach.schools, element);
  if (name == "employers") return read_limit(spec.reach.employers, element);
  if (name == "expires") return read_day(spec.expires, element);
  const auto id = read_string(element);
  if (!id) return fail(id.error());
  spec.id = *id;
  return {};
}

// Calls take(name, element) -> Result<void> for each member of the object that is not null.
template <class Take>
Result<void> read_members(std::string_view json, std::span<const std::string_view> known, const Take& take) {
  JsonParser parser;
  const auto object = parser.parse_object(json);
  if (!object) return fail(object.error());
  for (const auto& [name, element] : *object) {
    if (std::ranges::find(known, name) == known.end()) {
      return fail(
          {.code = ErrorCode::unknown_field, .field = excerpt(name), .suggestions = near_words(name, known)});
    }
    if (element.is_null()) continue;
    auto read = take(name, element);
    if (read) continue;
    prepend_name(read.error().field, name);
    return read;
  }
  return {};
}

}  // namespace

Result<KeySpec> read_key_spec(std::string_view json) {
  KeySpec spec;
  const auto read = read_members(json, kSpecMembers, [&](std::string_view name, const JsonElement& element) {
    return read_spec_member(spec, name, element);
  });
  if (!read) return fail(read.error());
  return spec;
}

Result<std::chrono::seconds> read_overlap(std::string_view json) {
  std::int32_t hours = 0;
  const auto take = [&](std::string_view, const JsonElement& element) -> Result<void> {
    const auto given = read_integer(element, 0, kMostOverlap);
    if (!given) return fail(given.error());
    hours = *given;
    return {};
  };
  if (!json.empty()) {
    if (auto read = read_members(json, kOverlapMembers, take); !read) return fail(std::move(read.error()));
  }
  return std::chrono::hours(hours);
}

}  // namespace talentmatch
