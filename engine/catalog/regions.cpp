#include "engine/catalog/regions.hpp"

#include <algorithm>

#include "engine/catalog/code.hpp"

namespace talentmatch {
namespace {

constexpr std::size_t kDigits = 6;

std::string province_code(std::string_view code) {
  return std::string(code.substr(0, 2)).append("0000");
}
std::string prefecture_code(std::string_view code) {
  return std::string(code.substr(0, 4)).append("00");
}

// Provinces, what lies in a municipality and what is directly governed have no prefecture above them.
bool has_prefecture_above(std::string_view code) {
  return !code.ends_with("00") && !code::is_municipality(code) && !code::is_directly_governed(code);
}

}  // namespace

Result<RegionTable> RegionTable::build(const CatalogTables& tables) {
  auto list = ordered_codes("regions", tables.regions, code::is_region_code);
  if (!list) return fail(std::move(list.error()));
  RegionTable table;
  table.regions_ = *std::move(list);
  table.index_ = DigitIndex(kDigits, table.regions_.codes);
  if (auto ok = table.check_parents(); !ok) return fail(std::move(ok.error()));
  auto retired =
      RetiredCodes::build("retired_regions", tables.retired_regions, code::is_region_code, table.index_);
  if (!retired) return fail(std::move(retired.error()));
  table.retired_ = *std::move(retired);
  for (std::size_t i = 0; i < table.size(); ++i) {
    table.places_.push_back(table.place(static_cast<RegionId>(i)));
    table.full_names_.push_back(table.spell_out(static_cast<RegionId>(i)));
  }
  return table;
}

Result<void> RegionTable::check_parents() const {
  for (const auto& code : regions_.codes) {
    if (!find(province_code(code))) return fail(bad_row("regions", code, "no such province"));
    if (has_prefecture_above(code) && !find(prefecture_code(code))) {
      return fail(bad_row("regions", code, "no such prefecture"));
    }
  }
  return {};
}

RegionRange RegionTable::starting_with(std::string_view digits) const {
  const auto beginning = [&](const std::string& code) {
    return std::string_view(code).substr(0, digits.size());
  };
  const auto found = std::ranges::equal_range(regions_.codes, digits, {}, beginning);
  const auto first = found.begin() - regions_.codes.begin();
  return {static_cast<std::uint16_t>(first), static_cast<std::uint16_t>(first + std::ssize(found) - 1)};
}

RegionTable::Place RegionTable::place(RegionId region) const {
  const auto code = code_of(region);
  const RegionRange self{index_of(region), index_of(region)};
  const auto province = starting_with(code.substr(0, 2));
  const auto parts = code::is_province(code) ? province
                     : code.ends_with("00")  ? starting_with(code.substr(0, 4))
                                             : self;
  if (code::is_municipality(code)) return {parts, province, province};
  if (code::is_province(code)) return {parts, province, std::nullopt};
  if (code::is_directly_governed(code)) return {parts, province, self};
  return {parts, province, starting_with(code.substr(0, 4))};
}

std::string RegionTable::spell_out(RegionId region) const {
  const auto code = code_of(region);
  std::string name;
  if (!code::is_province(code)) name += name_of(*find(province_code(code)));
  if (has_prefecture_above(code)) name += name_of(*find(prefecture_code(code)));
  return name.append(name_of(region));
}

std::optional<RegionId> RegionTable::find(std::string_view code) const {
  const auto position = index_.find(code);
  return position ? std::optional(static_cast<RegionId>(*position)) : std::nullopt;
}

Result<Found> RegionTable::resolve(std::string_view code) const {
  if (const auto position = index_.find(code)) return Found{*position, false};
  const Vocabulary words{regions_.codes, regions_.names, full_names_};
  return resolve_retired(code, retired_, words, ErrorCode::unknown_region);
}

}  // namespace talentmatch
