#include "storage/codec/placement_formats.hpp"

#include <array>

#include "storage/codec/weights_option.hpp"

namespace talentmatch {

Result<std::uint64_t> SeedFormat::read(const JsonElement& element, ReadContext&) {
  std::uint64_t seed = 0;
  if (element.get(seed) == simdjson::SUCCESS) return seed;
  if (!element.is_number()) return fail(wrong_type(element, "integer"));
  return fail({.code = ErrorCode::out_of_range, .value = shown_value(element), .detail = "0…2^64-1"});
}

Result<std::uint8_t> GroupFormat::read(const JsonElement& element, ReadContext&) {
  const auto group = read_integer(element, 0, 254);
  if (!group) return fail(group.error());
  return static_cast<std::uint8_t>(*group);
}

Result<KindSet> KindSetFormat::read(const JsonElement& element, ReadContext& context) {
  std::vector<PostingKind> kinds;
  if (auto good = read_member(kinds, WordFormat<PostingKind>{}, element, context); !good) {
    return fail(std::move(good.error()));
  }
  KindSet set = 0;
  for (const auto kind : kinds) set |= kind_bit(kind);
  return set;
}

void KindSetFormat::write(std::string& out, Value value, const Catalog& catalog) {
  std::vector<PostingKind> kinds;
  for (std::size_t i = 0; i < words<PostingKind>.size(); ++i) {
    const auto kind = static_cast<PostingKind>(i);
    if ((value & kind_bit(kind)) != 0) kinds.push_back(kind);
  }
  write_member(out, WordFormat<PostingKind>{}, kinds, catalog);
}

Result<Weights> WeightsFormat::read(const JsonElement& element, ReadContext&) {
  JsonObject views;
  if (element.get(views) != simdjson::SUCCESS) return fail(wrong_type(element, "object"));
  std::vector<std::string> texts;
  for (const auto& [view, value] : views) {
    JsonObject components;
    if (value.get(components) != simdjson::SUCCESS) return fail(wrong_type(value, "object"));
    for (const auto& [component, weight] : components) {
      if (!weight.is_int64()) return fail(wrong_type(weight, "integer"));
      texts.push_back(std::string(view).append(".").append(component) + ":" + simdjson::minify(weight));
    }
  }
  auto weights = option_weights(std::vector<std::string_view>(texts.begin(), texts.end()));
  if (!weights) return weights;
  if (auto sound = check(*weights); !sound) return fail(std::move(sound.error()));
  return weights;
}

namespace {

template <class Component, std::size_t Count>
void write_view(std::string& out, const std::array<std::int32_t, Count>& weights) {
  out += '{';
  for (std::size_t i = 0; i < Count; ++i) {
    if (i != 0) out += ',';
    append_text(out, words<Component>[i]);
    out += ':';
    append_number(out, weights[i]);
  }
  out += '}';
}

}  // namespace

void WeightsFormat::write(std::string& out, const Weights& value, const Catalog&) {
  out += "{\"employer\":";
  write_view<EmployerComponent>(out, value.employer);
  out += ",\"graduate\":";
  write_view<GraduateComponent>(out, value.graduate);
  out += '}';
}

Result<HiredFormat::Value> HiredFormat::read(const JsonElement& element, ReadContext&) {
  JsonObject object;
  if (element.get(object) != simdjson::SUCCESS) return fail(wrong_type(element, "object"));
  Value hired;
  for (const auto& [employer, count] : object) {
    const auto number = read_integer(count, 0, 1'000'000'000);
    auto error = number ? Error{.code = ErrorCode::duplicate_field} : number.error();
    if (number && hired.emplace(employer, *number).second) continue;
    prepend_name(error.field, employer);
    return fail(std::move(error));
  }
  return hired;
}

void HiredFormat::write(std::string& out, const Value& value, const Catalog&) {
  out += '{';
  for (const auto& [employer, count] : value) {
    if (out.back() != '{') out += ',';
    append_text(out, employer);
    out += ':';
    append_number(out, count);
  }
  out += '}';
}

Result<std::vector<std::string>> TieFormat::read(const JsonElement& element, ReadContext& context) {
  if (element.is_array()) return LongListFormat<std::string, IdFormat>{}.read(element, context);
  auto one = IdFormat::read(element, context);
  if (!one) return fail(std::move(one.error()));
  return std::vector{*std::move(one)};
}

void TieFormat::write(std::string& out, const Value& value, const Catalog& catalog) {
  LongListFormat<std::string, IdFormat>{}.write(out, value, catalog);
}

}  // namespace talentmatch
