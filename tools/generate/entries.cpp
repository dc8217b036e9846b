#include "tools/generate/entries.hpp"

#include <algorithm>
#include <cmath>

#include "tools/generate/assumed.hpp"
#include "tools/generate/measured.hpp"
#include "tools/generate/pick.hpp"

namespace talentmatch::world {
namespace {

Track draw_track(std::optional<Level> min_level, Random& random) {
  const auto& row = *std::ranges::find(kEntryTracks, min_level, &EntryTracks::min_level);
  return static_cast<Track>(pick_position(row.shares, [](Share share) { return share; }, random));
}

MajorId draw_first(const Plan& plan, Track track, std::size_t field, Random& random) {
  if (plan.hot_major && random.chance(kHotMajor)) return *plan.hot_major;
  return plan.majors.demanded(track, field, random);
}

// Majors of one class follow each other in the catalogue.
MajorId draw_in_class(const Catalog& catalog, MajorId of, Random& random) {
  const auto same = [&](std::uint32_t major) {
    return catalog.class_of(MajorId{static_cast<std::uint16_t>(major)}) == catalog.class_of(of);
  };
  std::uint32_t first = index_of(of);
  std::uint32_t last = first;
  while (first > 0 && same(first - 1)) --first;
  while (last + 1 < catalog.major_count() && same(last + 1)) ++last;
  return MajorId{static_cast<std::uint16_t>(first + random.below(last - first + 1))};
}

EntryId written(const Plan& plan, MajorId major, Random& random) {
  const bool government = plan.options.government;
  const auto of_class = government ? kClassEntryGovernment : kClassEntryCompany;
  const auto of_category = government ? kCategoryEntryGovernment : kCategoryEntryCompany;
  const auto at = random.below(10'000);
  if (at < of_class) return plan.catalog.class_of(major);
  return at < of_class + of_category ? plan.catalog.category_of(major) : Catalog::entry_of(major);
}

struct Work {
  std::optional<Level> min_level;
  Track track{};
  std::size_t field = 0;
  MajorId major{};
};

MajorId draw_further(const Plan& plan, const Work& work, Random& random) {
  const auto at = random.below(10'000);
  if (at < kEntryInClass) return draw_in_class(plan.catalog, work.major, random);
  if (at < kEntryInClass + kEntryInCategory) return plan.majors.demanded(work.track, work.field, random);
  const auto track = draw_track(work.min_level, random);
  const auto field = plan.majors.demanded_field(random);
  return plan.majors.demanded(track, field, random);
}

// Distinct entries; after some vain tries it stays with fewer.
std::vector<EntryId> draw_entries(const Plan& plan, const Work& work, Random& random) {
  const auto share = plan.options.government ? &EntryCount::government : &EntryCount::company;
  const auto wanted = static_cast<std::size_t>(pick_row(kEntryCounts, share, random).entries);
  const bool hot = work.major == plan.hot_major;
  std::vector<EntryId> entries{hot ? Catalog::entry_of(work.major) : written(plan, work.major, random)};
  for (std::size_t tries = 4 * wanted; entries.size() < wanted && tries > 0; --tries) {
    const auto entry = written(plan, draw_further(plan, work, random), random);
    if (std::ranges::find(entries, entry) == entries.end()) entries.push_back(entry);
  }
  return entries;
}

bool open_to_any(const Plan& plan, Random& random) {
  const auto measured = plan.options.government ? kAnyMajorGovernment : kAnyMajorCompany;
  const auto asked = plan.options.any_major;
  return random.chance(asked ? static_cast<Share>(std::lround(*asked * 10'000)) : measured);
}

}  // namespace

MajorId name_majors(const Plan& plan, std::size_t employer_field, Posting& posting, Random& random) {
  Work work{.min_level = posting.min_level, .track = draw_track(posting.min_level, random)};
  work.field = random.chance(kEmployerFocus) ? employer_field : plan.majors.demanded_field(random);
  work.major = draw_first(plan, work.track, work.field, random);
  if (open_to_any(plan, random)) return work.major;
  posting.majors = draw_entries(plan, work, random);
  if (random.chance(kMajorsStrict)) posting.majors_strict = true;
  return work.major;
}

}  // namespace talentmatch::world
