#include "engine/catalog/occupations.hpp"

#include <algorithm>
#include <limits>

namespace talentmatch {
namespace {

constexpr std::string_view kTable = "major_occupations";
constexpr std::size_t kMostOccupations = std::numeric_limits<std::uint16_t>::max();

template <class T>
void sort_unique(std::vector<T>& values) {
  std::ranges::sort(values);
  const auto repeated = std::ranges::unique(values);
  values.erase(repeated.begin(), repeated.end());
}

std::vector<std::string_view> occupations_in(std::span<const MajorOccupationRow> rows) {
  std::vector<std::string_view> codes;
  codes.reserve(rows.size());
  for (const auto& row : rows) codes.push_back(row.occupation);
  sort_unique(codes);
  return codes;
}

}  // namespace

Result<Occupations> Occupations::build(std::span<const MajorOccupationRow> rows, const MajorTable& majors) {
  const auto codes = occupations_in(rows);
  if (codes.size() > kMostOccupations) return fail(bad_row(kTable, "", "too many occupations"));
  std::vector<std::pair<std::uint16_t, MajorId>> links;
  links.reserve(rows.size());
  for (const auto& row : rows) {
    const auto major = majors.find_major(row.major);
    if (!major) return fail(bad_row(kTable, row.major, "no such major"));
    if (row.occupation.empty()) return fail(bad_row(kTable, row.major, "has no occupation"));
    const auto occupation = std::ranges::lower_bound(codes, row.occupation) - codes.begin();
    links.emplace_back(static_cast<std::uint16_t>(occupation), *major);
  }
  sort_unique(links);

  std::vector<std::pair<std::uint16_t, std::uint16_t>> back;
  back.reserve(links.size());
  for (const auto& [occupation, major] : links) back.emplace_back(index_of(major), occupation);
  Occupations occupations;
  occupations.majors_of_ = Grouped<MajorId>(codes.size(), links);
  occupations.occupations_of_ = Grouped<std::uint16_t>(majors.major_count(), back);
  return occupations;
}

std::vector<Occupations::Shared> Occupations::shared_with(MajorId major) const {
  std::vector<MajorId> met;
  const auto own = occupations_of_[index_of(major)];
  for (const auto occupation : own) {
    const auto majors = majors_of_[occupation];
    met.insert(met.end(), majors.begin(), majors.end());
  }
  std::ranges::sort(met);
  std::vector<Shared> shared;
  for (auto first = met.begin(); first != met.end();) {
    const auto last = std::upper_bound(first, met.end(), *first);
    const auto n = static_cast<std::size_t>(last - first);
    const auto u = own.size() + occupations_of_[index_of(*first)].size() - n;
    shared.push_back({*first, static_cast<std::uint8_t>((25 * u + 65 * n) / u)});
    first = last;
  }
  return shared;
}

}  // namespace talentmatch
