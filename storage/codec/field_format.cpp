#include "storage/codec/field_format.hpp"

#include <utility>

#include <fmt/format.h>

#include "storage/codec/text_form.hpp"

namespace talentmatch {
namespace {

Result<Resolved<MajorId>> resolve(const Catalog& catalog, std::string_view code, MajorId /*kind*/) {
  return catalog.resolve_major(code);
}
Result<Resolved<EntryId>> resolve(const Catalog& catalog, std::string_view code, EntryId /*kind*/) {
  return catalog.resolve_entry(code);
}
Result<Resolved<RegionId>> resolve(const Catalog& catalog, std::string_view code, RegionId /*kind*/) {
  return catalog.resolve_region(code);
}
Result<Resolved<CertificateId>> resolve(const Catalog& catalog, std::string_view code,
                                        CertificateId /*kind*/) {
  const auto certificate = catalog.resolve_certificate(code);
  if (!certificate) return fail(certificate.error());
  return Resolved{.id = *certificate};
}

std::string_view code_of(const Catalog& catalog, MajorId major) {
  return catalog.code_of(Catalog::entry_of(major));
}
std::string_view code_of(const Catalog& catalog, EntryId entry) {
  return catalog.code_of(entry);
}
std::string_view code_of(const Catalog& catalog, RegionId region) {
  return catalog.code_of(region);
}
std::string_view code_of(const Catalog& catalog, CertificateId certificate) {
  return catalog.id_of(certificate);
}

Result<std::string> read_form(const JsonElement& element, bool (&has_form)(std::string_view), ErrorCode code,
                              std::string_view form) {
  const auto text = read_string(element);
  if (!text) return fail(text.error());
  if (has_form(*text)) return std::string(*text);
  return fail({.code = code, .value = shortened(*text), .detail = std::string(form)});
}

}  // namespace

std::string shown_value(const JsonElement& element) {
  if (element.is_array() || element.is_object()) return {};
  if (element.is_string()) return shortened(element.get_string().value_unsafe());
  return simdjson::minify(element);
}

Error wrong_type(const JsonElement& element, std::string expected) {
  return {.code = ErrorCode::wrong_type, .value = shown_value(element), .detail = std::move(expected)};
}

Result<std::string_view> read_string(const JsonElement& element) {
  std::string_view text;
  if (element.get(text) != simdjson::SUCCESS) return fail(wrong_type(element, "string"));
  return text;
}

Result<std::int32_t> read_integer(const JsonElement& element, std::int32_t least, std::int32_t most) {
  std::int64_t value = 0;
  const bool is_integer = element.get(value) == simdjson::SUCCESS;
  if (!is_integer && element.type() != JsonType::UINT64) {
    return fail(wrong_type(element, fmt::format("integer {}…{}", least, most)));
  }
  if (is_integer && value >= least && value <= most) return static_cast<std::int32_t>(value);
  return fail({.code = ErrorCode::out_of_range,
               .value = shown_value(element),
               .detail = fmt::format("{}…{}", least, most)});
}

Result<bool> read_flag(const JsonElement& element) {
  bool value = false;
  if (element.get(value) != simdjson::SUCCESS) return fail(wrong_type(element, "true | false"));
  return value;
}

Result<std::string> IdFormat::read(const JsonElement& element, ReadContext&) {
  return read_form(element, is_id, ErrorCode::invalid_id, kIdForm);
}

Result<std::string> TextFormat::read(const JsonElement& element, ReadContext&) const {
  const auto text = read_string(element);
  if (!text) return fail(text.error());
  if (auto good = check_text(*text, max_bytes); !good) return fail(std::move(good.error()));
  return std::string(*text);
}

Result<std::string> OccupationFormat::read(const JsonElement& element, ReadContext&) {
  return read_form(element, is_occupation_code, ErrorCode::invalid_value, "d-dd-dd-dd");
}

Result<Date> DateFormat::read(const JsonElement& element, ReadContext&) {
  const auto text = read_string(element);
  if (!text) return fail(text.error());
  if (const auto date = parse_date(*text)) return *date;
  return fail({.code = ErrorCode::invalid_value, .value = shortened(*text), .detail = "YYYY-MM-DD"});
}

template <class Id>
Result<Id> CodeFormat<Id>::read(const JsonElement& element, ReadContext& context) {
  const auto text = read_string(element);
  if (!text) return fail(text.error());
  auto resolved = resolve(context.catalog, *text, Id{});
  if (!resolved) {
    resolved.error().field.clear();
    resolved.error().value = shortened(*text);
    return fail(std::move(resolved.error()));
  }
  if (resolved->replaced) {
    context.notices.push_back(
        {.field = {}, .from = std::string(*text), .to = std::string(code_of(context.catalog, resolved->id))});
  }
  return resolved->id;
}

template <class Id>
void CodeFormat<Id>::write(std::string& out, Id value, const Catalog& catalog) {
  append_text(out, code_of(catalog, value));
}

template struct CodeFormat<MajorId>;
template struct CodeFormat<EntryId>;
template struct CodeFormat<RegionId>;
template struct CodeFormat<CertificateId>;

}  // namespace talentmatch
