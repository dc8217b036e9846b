#include "tools/generate/places.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "tools/generate/measured.hpp"

namespace talentmatch::world {
namespace {

bool is_municipality(std::string_view province) {
  constexpr std::array<std::string_view, 4> codes{"11", "12", "31", "50"};
  return std::ranges::find(codes, province) != codes.end();
}

bool is_city(std::string_view code) {
  const auto city = code.substr(2, 2);
  const auto county = code.substr(4, 2);
  if (is_municipality(code.substr(0, 2))) return city == "00";
  if (city == "90") return county != "00";
  return city != "00" && county == "00";
}

std::uint64_t listed_jobs(std::string_view city) {
  const auto found = std::ranges::find(kCityJobs, city, &CityJobs::code);
  return found == kCityJobs.end() ? 0 : found->jobs;
}

}  // namespace

Places::Places(const Catalog& catalog) : catalog_(catalog) {
  collect_cities();
  weigh_jobs();
  colleges_ = weigh_provinces(&ProvinceFigures::colleges);
  vocational_bachelors_ = weigh_provinces(&ProvinceFigures::vocational_bachelors);
  universities_ = weigh_provinces(&ProvinceFigures::universities);
}

bool Places::usable() const {
  return jobs_.usable() && colleges_.usable() && vocational_bachelors_.usable() && universities_.usable();
}

void Places::collect_cities() {
  for (const auto& figures : kProvinces) {
    auto& province = provinces_.emplace_back();
    const auto resolved = catalog_.resolve_region(std::string(figures.code) + "0000");
    if (!resolved) continue;
    province.region = resolved->id;
    const auto parts = catalog_.parts_of(province.region);
    for (auto at = parts.first; at <= parts.last; ++at) {
      if (is_city(catalog_.code_of(RegionId{at}))) province.cities.push_back(RegionId{at});
    }
    cities_.insert(cities_.end(), province.cities.begin(), province.cities.end());
  }
}

Weighted Places::weigh_provinces(std::uint64_t ProvinceFigures::* share) const {
  std::vector<std::uint64_t> weights;
  weights.reserve(provinces_.size());
  for (std::size_t p = 0; p < provinces_.size(); ++p) {
    weights.push_back(provinces_[p].cities.empty() ? 0 : kProvinces[p].*share);
  }
  return Weighted(weights);
}

void Places::weigh_jobs() {
  constexpr std::uint64_t kScale = 1000;
  std::vector<std::uint64_t> weights;
  weights.reserve(provinces_.size());
  for (std::size_t p = 0; p < provinces_.size(); ++p) {
    std::uint64_t listed = 0;
    std::uint64_t unlisted_cities = 0;
    for (const auto city : provinces_[p].cities) {
      const auto jobs = listed_jobs(catalog_.code_of(city));
      listed += jobs;
      if (jobs == 0) ++unlisted_cities;
    }
    const auto rest = kProvinces[p].jobs > listed ? kProvinces[p].jobs - listed : 0;
    for (const auto city : provinces_[p].cities) {
      const auto jobs = listed_jobs(catalog_.code_of(city));
      weights.push_back(jobs > 0 ? jobs * kScale : rest * kScale / unlisted_cities);
    }
  }
  jobs_ = Weighted(weights);
}

const Places::Province& Places::holding(RegionId region) const {
  const auto code = catalog_.code_of(region).substr(0, 2);
  const auto at = std::ranges::find(kProvinces, code, &ProvinceFigures::code);
  return provinces_[static_cast<std::size_t>(at - kProvinces.begin())];
}

// A third of the schools are in the capital.
RegionId Places::school_city(const Province& province, Random& random) const {
  return random.below(3) == 0 ? province.cities.front()
                              : province.cities[random.below(province.cities.size())];
}

RegionId Places::school_city(SchoolKind kind, Random& random) const {
  const auto& shares = kind == SchoolKind::university            ? universities_
                       : kind == SchoolKind::vocational_bachelor ? vocational_bachelors_
                                                                 : colleges_;
  return school_city(provinces_[shares.pick(random)], random);
}

RegionId Places::home_city(Random& random) const {
  const auto& province = provinces_[colleges_.pick(random)];
  return province.cities[random.below(province.cities.size())];
}

RegionId Places::city_in_province(RegionId of, Random& random) const {
  const auto& cities = holding(of).cities;
  return cities[random.below(cities.size())];
}

RegionId Places::capital_of_province(RegionId of) const {
  return holding(of).cities.front();
}

RegionId Places::province(RegionId of) const {
  return holding(of).region;
}

RegionId Places::written(RegionId city, Random& random) const {
  const auto parts = catalog_.parts_of(city);
  const auto precision = random.below(10'000);
  if (precision < kCountyPrecision && parts.last > parts.first) {
    return RegionId{static_cast<std::uint16_t>(random.between(parts.first + 1, parts.last))};
  }
  return precision < kCountyPrecision + kCityPrecision ? city : province(city);
}

}  // namespace talentmatch::world
