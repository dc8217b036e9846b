#include "tests/support/palette.hpp"

#include <algorithm>
#include <array>

namespace talentmatch::testing {
namespace {

// Provinces with and without parts, municipalities and their districts, units directly under a province,
// prefectures without counties, members of clusters and neighbours that are none.
constexpr std::array kRegions{"110000", "110101", "310000", "310115", "320000", "320100", "320102", "320500",
                              "330100", "410000", "410100", "410102", "410300", "419001", "420000", "420100",
                              "429004", "429005", "441900", "440100", "460000", "460400", "469001", "500000",
                              "500101", "650000", "650100", "659001", "810000"};

MajorId any_major(const Catalog& catalog, Dice& dice) {
  return static_cast<MajorId>(dice.below(catalog.major_count()));
}

void add_major(Palette& palette, const Catalog& catalog, MajorId major) {
  palette.majors.push_back(major);
  for (const EntryId entry :
       {Catalog::entry_of(major), catalog.class_of(major), catalog.category_of(major)}) {
    if (std::ranges::find(palette.entries, entry) == palette.entries.end()) palette.entries.push_back(entry);
  }
}

// A major, some that relate to it in whatever way, and some that may not.
void paint_majors(Palette& palette, const Catalog& catalog, Dice& dice) {
  const MajorId first = any_major(catalog, dice);
  add_major(palette, catalog, first);
  const auto related = catalog.related(first);
  for (int i = dice.between(1, 6); i > 0; --i) {
    const EntryId entry = related[dice.below(related.size())].entry;
    if (catalog.is_major(entry)) add_major(palette, catalog, static_cast<MajorId>(index_of(entry)));
  }
  for (int i = dice.between(0, 3); i > 0; --i) add_major(palette, catalog, any_major(catalog, dice));
}

void paint_regions(Palette& palette, const Catalog& catalog, Dice& dice) {
  const std::size_t first = dice.below(kRegions.size());
  const auto count = static_cast<std::size_t>(dice.between(2, 9));
  for (std::size_t i = 0; i < count; ++i) {
    const auto code =
        dice.chance(60) ? kRegions[(first + i) % kRegions.size()] : kRegions[dice.below(kRegions.size())];
    if (const auto region = catalog.resolve_region(code)) palette.regions.push_back(region->id);
  }
  palette.regions.push_back(static_cast<RegionId>(dice.below(catalog.region_count())));
}

void paint_days(Palette& palette, Dice& dice) {
  palette.as_of = Date{parse_date("2026-06-01")->days + dice.between(-400, 400)};
  for (const int offset : {-400, -31, -1, 0, 1, 30, 365}) {
    if (dice.chance(60)) palette.dates.push_back(Date{palette.as_of.days + offset});
  }
  palette.dates.push_back(Date{palette.as_of.days - 7});
  const int year = year_of(palette.as_of);
  palette.years = {year, year, year - 1, year + 1};
  if (dice.chance(20)) palette.years.insert(palette.years.end(), {1950, 2100});
}

}  // namespace

Palette random_palette(const Catalog& catalog, Dice& dice) {
  Palette palette;
  paint_majors(palette, catalog, dice);
  paint_regions(palette, catalog, dice);
  paint_days(palette, dice);
  for (int i = dice.between(1, 4); i > 0; --i) {
    palette.certificates.push_back(static_cast<CertificateId>(dice.below(catalog.certificate_count())));
  }
  palette.pays = dice.pick<std::vector<std::int32_t>>(
      {{1, 2, 9'999'999, 10'000'000}, {2000, 9000}, {3000, 3001, 4500, 5000, 8000}, {4000, 5000}});
  palette.plain = dice.chance(30);
  return palette;
}

std::string random_id(Dice& dice, std::vector<std::string>& taken) {
  static constexpr std::array prefixes{"G", "g", "G.", "G:", "G_", "G-", "", "P", "Ga", "GA"};
  for (;;) {
    std::string id = prefixes[dice.below(prefixes.size())];
    id += std::to_string(dice.below(dice.chance(50) ? 30 : 3000));
    if (dice.chance(2)) id.resize(64, 'z');
    if (std::ranges::find(taken, id) != taken.end()) continue;
    taken.push_back(id);
    return id;
  }
}

}  // namespace talentmatch::testing
