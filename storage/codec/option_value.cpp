#include "storage/codec/option_value.hpp"

#include <charconv>
#include <memory>

#include <fmt/format.h>

#include "storage/codec/text_form.hpp"

namespace talentmatch {

Error bad_option(std::string_view value, std::string expected) {
  return {.code = ErrorCode::invalid_option, .value = shortened(value), .detail = std::move(expected)};
}

Result<std::int32_t> option_number(std::string_view text, std::int32_t least, std::int32_t most) {
  std::int32_t value = 0;
  const char* const end = std::to_address(text.end());
  const auto [stop, error] = std::from_chars(std::to_address(text.begin()), end, value);
  if (error == std::errc{} && stop == end && value >= least && value <= most) return value;
  return fail(bad_option(text, fmt::format("{}…{}", least, most)));
}

Result<bool> option_flag(std::string_view text) {
  if (text == "true") return true;
  if (text == "false") return false;
  return fail(bad_option(text, "true | false"));
}

Result<Date> option_day(std::string_view text) {
  if (const auto date = parse_date(text)) return *date;
  return fail(bad_option(text, "YYYY-MM-DD"));
}

Result<std::vector<std::string>> option_ids(OptionWords words) {
  std::vector<std::string> ids;
  ids.reserve(words.size());
  for (const std::string_view id : words) {
    if (!is_id(id)) return fail(bad_option(id, std::string(kIdForm)));
    ids.emplace_back(id);
  }
  return ids;
}

Result<std::vector<RegionId>> option_regions(OptionWords words, const Catalog& catalog) {
  std::vector<RegionId> regions;
  regions.reserve(words.size());
  for (const std::string_view code : words) {
    auto region = catalog.resolve_region(code);
    if (!region) {
      region.error().value = shortened(code);
      return fail(std::move(region.error()));
    }
    regions.push_back(region->id);
  }
  return regions;
}

}  // namespace talentmatch
