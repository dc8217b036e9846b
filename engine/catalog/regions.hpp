#pragma once
// Regions of GB/T 2260, ascending by code, so that a province's or prefecture's parts are one range.

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/catalog/code_list.hpp"
#include "engine/catalog/digit_index.hpp"
#include "engine/catalog/region_range.hpp"
#include "engine/catalog/resolution.hpp"
#include "engine/catalog/retired_codes.hpp"

namespace talentmatch {

class RegionTable {
 public:
  // Every region needs its province, and its prefecture unless it lies in a municipality or directly under
  // the province.
  static Result<RegionTable> build(const CatalogTables& tables);

  std::size_t size() const { return regions_.size(); }
  std::string_view code_of(RegionId region) const { return regions_.codes[index_of(region)]; }
  std::string_view name_of(RegionId region) const { return regions_.names[index_of(region)]; }
  const std::string& full_name_of(RegionId region) const { return full_names_[index_of(region)]; }

  // The current region of exactly this code.
  std::optional<RegionId> find(std::string_view code) const;
  Result<Found> resolve(std::string_view code) const;

  RegionRange parts_of(RegionId region) const { return places_[index_of(region)].parts; }
  RegionRange province_of(RegionId region) const { return places_[index_of(region)].province; }
  std::optional<RegionRange> prefecture_of(RegionId region) const {
    return places_[index_of(region)].prefecture;
  }

 private:
  struct Place {
    RegionRange parts;
    RegionRange province;
    std::optional<RegionRange> prefecture;
  };

  Result<void> check_parents() const;
  RegionRange starting_with(std::string_view digits) const;
  Place place(RegionId region) const;
  std::string spell_out(RegionId region) const;

  CodeList regions_;
  std::vector<std::string> full_names_;
  std::vector<Place> places_;
  DigitIndex index_;
  RetiredCodes retired_;
};

}  // namespace talentmatch
