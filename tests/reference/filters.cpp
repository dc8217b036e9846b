#include "tests/reference/filters.hpp"

#include <algorithm>

#include "tests/reference/regions.hpp"

namespace talentmatch::reference {
namespace {

template <class T>
bool one_of(const std::vector<T>& list, const T& value) {
  return std::ranges::find(list, value) != list.end();
}

bool in_any(const World& world, RegionId place, const std::vector<RegionId>& regions) {
  const auto& vocabulary = *world.vocabulary;
  return std::ranges::any_of(
      regions, [&](RegionId region) { return lies_in(vocabulary.code(place), vocabulary.code(region)); });
}

// The two bachelors are one level by law.
bool level_in(Level level, const std::vector<Level>& levels) {
  return std::ranges::any_of(levels, [&](Level asked) { return rank_of(asked) == rank_of(level); });
}

bool kind_in(PostingKind kind, KindSet kinds) {
  return (kinds & kind_bit(kind)) != 0;
}

}  // namespace

bool passes(const World& world, const Posting& posting, const RankOptions& options) {
  if (options.kinds && !kind_in(kind_of(posting), *options.kinds)) return false;
  if (!options.regions.empty() && !in_any(world, posting.region, options.regions)) return false;
  if (!options.employers.empty() && !one_of(options.employers, posting.employer)) return false;
  if (!options.levels.empty() && posting.min_level && !level_in(*posting.min_level, options.levels))
    return false;
  return !one_of(options.exclude, posting.id);
}

bool passes(const World& world, const Graduate& graduate, const RankOptions& options) {
  const School* school = find(world.schools, graduate.school);
  if (!options.regions.empty() && !in_any(world, school->region, options.regions)) return false;
  if (!options.schools.empty() && !one_of(options.schools, graduate.school)) return false;
  if (!options.levels.empty() && !level_in(graduate.level, options.levels)) return false;
  return !one_of(options.exclude, graduate.id);
}

}  // namespace talentmatch::reference
