#include "tests/support/random_options.hpp"

#include <algorithm>

namespace talentmatch::testing {
namespace {

std::array<std::int32_t, 4> random_view(Dice& dice) {
  std::array<std::int32_t, 4> view{};
  if (dice.chance(25)) {
    view[dice.below(4)] = 1000;
    return view;
  }
  std::array<int, 3> cuts{};
  const int step = dice.chance(50) ? 100 : 1;
  for (int& cut : cuts) cut = dice.between(0, 1000 / step) * step;
  std::ranges::sort(cuts);
  return {cuts[0], cuts[1] - cuts[0], cuts[2] - cuts[1], 1000 - cuts[2]};
}

Weights random_weights(Dice& dice) {
  Weights weights;
  if (dice.chance(40)) weights.employer = random_view(dice);
  if (dice.chance(40)) weights.graduate = random_view(dice);
  return weights;
}

std::size_t random_k(std::size_t records, Dice& dice) {
  const std::vector<std::size_t> sizes{0, 1, 2, 10, 20, 100, 1000, records, records + 1};
  return dice.pick(sizes);
}

std::vector<std::string> some_ids(const std::vector<std::string>& known, Dice& dice, int percent) {
  if (!dice.chance(percent)) return {};
  auto list = dice.some(known, 5);
  if (dice.chance(20)) list.emplace_back("unknown");
  if (dice.chance(20) && !list.empty()) list.push_back(list.front());
  return list;
}

// What both directions have.
RankOptions common(const RandomWorld& world, Dice& dice, std::size_t records) {
  RankOptions options;
  options.k = random_k(records, dice);
  options.perspective = dice.pick_below<Perspective>(3);
  options.weights = random_weights(dice);
  options.as_of = dice.chance(60) ? world.palette.as_of : dice.pick(world.palette.dates);
  if (dice.chance(20)) options.regions = dice.some(world.palette.regions, 3);
  if (dice.chance(20))
    options.levels = dice.some<Level>(
        {Level::secondary, Level::junior_college, Level::bachelor, Level::vocational_bachelor, Level::master},
        3);
  if (dice.chance(25)) options.min_score = dice.between(0, dice.chance(20) ? 1000 : 600);
  return options;
}

}  // namespace

RankOptions random_recommendation(const RandomWorld& world, Dice& dice) {
  const auto known = ids_of(world.records);
  auto options = common(world, dice, known.postings.size());
  if (dice.chance(20)) options.kinds = static_cast<KindSet>(dice.between(1, 7));
  options.employers = some_ids(known.employers, dice, 15);
  options.exclude = some_ids(known.postings, dice, 20);
  if (dice.chance(30)) options.max_per_employer = static_cast<std::size_t>(dice.between(1, 4));
  if (dice.chance(8)) options.personalized = false;
  return options;
}

RankOptions random_candidates(const RandomWorld& world, Dice& dice) {
  const auto known = ids_of(world.records);
  auto options = common(world, dice, known.graduates.size());
  options.schools = some_ids(known.schools, dice, 15);
  options.exclude = some_ids(known.graduates, dice, 20);
  return options;
}

PageKey random_cursor(const reference::Page& page, Dice& dice) {
  PageKey key;
  if (!page.results.empty()) {
    const auto& last = dice.pick(page.results);
    key = {.score = last.score, .posted = last.posted, .id = last.id, .version = {}};
  }
  if (dice.chance(20)) key.id += 'x';
  if (dice.chance(10)) key.score = dice.between(0, 1000);
  return key;
}

}  // namespace talentmatch::testing
