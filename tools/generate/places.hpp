#pragma once
// The cities of the catalogue (prefectures, municipalities and units directly under a province) with the
// measured shares of jobs and schools, and the ways to draw one.

#include <vector>

#include "engine/catalog/catalog.hpp"
#include "tools/generate/measured_places.hpp"
#include "tools/generate/weighted.hpp"

namespace talentmatch::world {

class Places {
 public:
  explicit Places(const Catalog& catalog);

  // The catalogue has cities to draw from; everything below requires it.
  bool usable() const;
  RegionId job_city(Random& random) const { return cities_[jobs_.pick(random)]; }
  RegionId school_city(SchoolKind kind, Random& random) const;
  // Where people come from: provinces as their colleges are spread.
  RegionId home_city(Random& random) const;
  RegionId city_in_province(RegionId of, Random& random) const;
  RegionId capital_of_province(RegionId of) const;
  RegionId province(RegionId of) const;
  // A city as it is written on a posting: two thirds name a county of it, a few only the province.
  RegionId written(RegionId city, Random& random) const;

 private:
  struct Province {
    RegionId region{};
    std::vector<RegionId> cities;  // ascending by code: the capital first
  };

  void collect_cities();
  void weigh_jobs();
  Weighted weigh_provinces(std::uint64_t ProvinceFigures::* share) const;
  const Province& holding(RegionId region) const;
  RegionId school_city(const Province& province, Random& random) const;

  const Catalog& catalog_;
  std::vector<Province> provinces_;                          // in the order of kProvinces
  std::vector<RegionId> cities_;                             // of all provinces
  Weighted jobs_;                                            // by position in cities_
  Weighted colleges_, vocational_bachelors_, universities_;  // by position in provinces_
};

}  // namespace talentmatch::world
