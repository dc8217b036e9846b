#include "tools/generate/majors.hpp"

#include <algorithm>
#include <string>
#include <utility>

#include "tools/generate/assumed.hpp"
#include "tools/generate/measured.hpp"

namespace talentmatch::world {
namespace {

int leading_number(std::string_view code) {
  return (code[0] - '0') * 10 + (code[1] - '0');
}

// The code in the 高职专科 catalogue that is aligned with this vocational one: 61, 41 and 21 give 41.
std::string aligned(std::string_view code) {
  return std::to_string(40 + leading_number(code) % 20).append(code.substr(2));
}

std::size_t category_count(Track track) {
  return track == Track::academic ? kDisciplines.size() : kCategories.size();
}

// Position among the track's categories; category_count() when it has no share.
std::size_t category_at(Track track, std::string_view code) {
  const auto category = code.substr(0, 2);
  if (track == Track::academic) {
    const auto at = std::ranges::find(kDisciplines, category, &Option<std::string_view>::value);
    return static_cast<std::size_t>(at - kDisciplines.begin());
  }
  const auto at = std::ranges::find(kCategories, aligned(category), &CategoryShare::code);
  return static_cast<std::size_t>(at - kCategories.begin());
}

Share supply_share(Track track, std::size_t category) {
  if (track == Track::academic) return kDisciplines[category].share;
  return track == Track::secondary ? kCategories[category].secondary : kCategories[category].associate;
}

// The place in the list of the largest majors; those not listed come after, in the order of the catalogue.
std::size_t place_by_size(std::string_view code) {
  if (track_of(code) == Track::academic) {
    const auto at = std::ranges::find(kLargestAcademicMajors, code);
    return static_cast<std::size_t>(at - kLargestAcademicMajors.begin());
  }
  const auto at = std::ranges::find(kLargestMajors, aligned(code));
  return static_cast<std::size_t>(at - kLargestMajors.begin());
}

Weighted weights_by_rank(std::size_t count) {
  std::vector<std::uint64_t> weights;
  for (std::uint64_t rank = 0; rank < count; ++rank) {
    const auto shifted = rank + kMajorRankShift;
    weights.push_back(1'000'000'000 / (shifted * shifted));
  }
  return Weighted(weights);
}

}  // namespace

Track track_of(std::string_view code) {
  const int category = leading_number(code);
  if (category >= 60) return Track::secondary;
  if (category >= 40) return Track::junior_college;
  return category >= 20 ? Track::vocational_bachelor : Track::academic;
}

Track track_of(SchoolKind kind) {
  switch (kind) {
    case SchoolKind::junior_college:
      return Track::junior_college;
    case SchoolKind::vocational_bachelor:
      return Track::vocational_bachelor;
    case SchoolKind::university:
      return Track::academic;
    case SchoolKind::secondary:
    case SchoolKind::technician:
      break;
  }
  return Track::secondary;
}

Majors::Majors(const Catalog& catalog) : demand_(weighted_by(kCategories, &CategoryShare::demand)) {
  for (std::size_t t = 0; t < kTracks; ++t) {
    offers_[t].categories.resize(category_count(static_cast<Track>(t)));
  }
  collect(catalog);
  for (std::size_t t = 0; t < kTracks; ++t) weigh_categories(static_cast<Track>(t));
}

bool Majors::usable() const {
  return std::ranges::all_of(offers_, [](const Offer& offer) { return offer.supply.usable(); });
}

void Majors::collect(const Catalog& catalog) {
  const auto by_size = [&](MajorId major) {
    return std::pair(place_by_size(catalog.code_of(Catalog::entry_of(major))), major);
  };
  for (std::size_t m = 0; m < catalog.major_count(); ++m) {
    const MajorId major{static_cast<std::uint16_t>(m)};
    const auto code = catalog.code_of(Catalog::entry_of(major));
    auto& categories = offers_[static_cast<std::size_t>(track_of(code))].categories;
    const auto at = category_at(track_of(code), code);
    if (at < categories.size()) categories[at].majors.push_back(major);
  }
  for (auto& offer : offers_) {
    for (auto& category : offer.categories) {
      std::ranges::sort(category.majors, {}, by_size);
      category.weights = weights_by_rank(category.majors.size());
    }
  }
}

void Majors::weigh_categories(Track track) {
  auto& taught = offers_[static_cast<std::size_t>(track)];
  std::vector<std::uint64_t> weights;
  weights.reserve(taught.categories.size());
  for (std::size_t c = 0; c < taught.categories.size(); ++c) {
    weights.push_back(taught.categories[c].majors.empty() ? 0 : supply_share(track, c));
  }
  taught.supply = Weighted(weights);
}

MajorId Majors::major_in(Track track, std::size_t category, Random& random) const {
  const auto& taught = offer(track);
  const bool known = !taught.categories[category].majors.empty();
  const auto& chosen = taught.categories[known ? category : supplied_category(track, random)];
  return chosen.majors[chosen.weights.pick(random)];
}

MajorId Majors::demanded(Track track, std::size_t field, Random& random) const {
  const bool academic = track == Track::academic;
  return major_in(track, academic ? category_at(track, kCategories[field].discipline) : field, random);
}

}  // namespace talentmatch::world
