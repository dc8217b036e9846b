#include "storage/keys/key_json.hpp"

#include <fmt/format.h>

#include "storage/codec/json_text.hpp"

namespace talentmatch {
namespace {

// "2026-11-26T14:05:00Z"
void append_second(std::string& out, Second moment) {
  const auto day = std::chrono::floor<std::chrono::days>(moment);
  const std::chrono::hh_mm_ss time(moment - day);
  fmt::format_to(std::back_inserter(out), "\"{}T{:02}:{:02}:{:02}Z\"",
                 format_date({static_cast<std::int32_t>(day.time_since_epoch().count())}),
                 time.hours().count(), time.minutes().count(), time.seconds().count());
}

void append_limit(std::string& out, std::string_view name, const std::vector<std::string>& ids) {
  if (ids.empty()) return;
  out.append(",\"").append(name).append("\":");
  append_list(out, ids, [&](const std::string& id) { append_text(out, id); });
}

void append_scopes(std::string& out, ScopeSet scopes) {
  out += '[';
  for (const auto name : words<Scope>) {
    if (!scopes.has(*parse_word<Scope>(name))) continue;
    if (out.back() != '[') out += ',';
    append_text(out, name);
  }
  out += ']';
}

void append_spec_members(std::string& out, const KeySpec& spec) {
  out += "\"id\":";
  append_text(out, spec.id);
  out += ",\"scopes\":";
  append_scopes(out, spec.scopes);
  append_limit(out, "schools", spec.reach.schools);
  append_limit(out, "employers", spec.reach.employers);
  if (!spec.expires) return;
  out += ",\"expires\":";
  append_day(out, *spec.expires);
}

void append_members(std::string& out, const Key& key) {
  append_spec_members(out, key.spec);
  out += ",\"created\":";
  append_second(out, key.created);
  if (!key.old) return;
  out += ",\"old_until\":";
  append_second(out, key.old->until);
}

}  // namespace

void append_key_spec(std::string& out, const KeySpec& spec) {
  out += '{';
  append_spec_members(out, spec);
  out += '}';
}

void append_key(std::string& out, const Key& key) {
  out += '{';
  append_members(out, key);
  out += '}';
}

void append_keys(std::string& out, const KeySet& keys) {
  out += "{\"keys\":";
  append_list(out, keys, [&](const auto& entry) { append_key(out, *entry.second); });
  out += '}';
}

void append_issued_key(std::string& out, const IssuedKey& issued) {
  out += '{';
  append_members(out, *issued.key);
  out += ",\"key\":";
  append_text(out, issued.token);
  out += '}';
}

}  // namespace talentmatch
