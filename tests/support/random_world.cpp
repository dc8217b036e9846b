#include "tests/support/random_world.hpp"

namespace talentmatch::testing {
namespace {

template <class R, class Make>
void fill(std::vector<R>& records, int count, Dice& dice, Make make) {
  std::vector<std::string> taken;
  for (int i = 0; i < count; ++i) records.push_back(make(random_id(dice, taken)));
}

template <class R>
std::vector<std::string> ids(const std::vector<R>& records) {
  std::vector<std::string> list;
  for (const R& record : records) list.push_back(record.id);
  return list;
}

}  // namespace

WorldSize random_size(Dice& dice) {
  WorldSize size;
  size.schools = dice.between(1, 5);
  size.employers = dice.between(1, 8);
  size.ties = dice.between(0, 12);
  const bool large = dice.chance(5);
  size.graduates = large ? dice.between(100, 400) : dice.between(1, 50);
  size.postings = large ? dice.between(100, 600) : dice.between(1, 60);
  size.placements = dice.between(0, 12);
  return size;
}

RandomWorld random_world(std::shared_ptr<const reference::Vocabulary> vocabulary, Dice& dice,
                         const WorldSize& size) {
  RandomWorld world{random_palette(*vocabulary->catalog(), dice), {}};
  const Palette& palette = world.palette;
  auto& records = world.records;
  records.vocabulary = std::move(vocabulary);
  fill(records.schools, size.schools, dice,
       [&](std::string id) { return random_school(palette, dice, std::move(id)); });
  fill(records.employers, size.employers, dice,
       [&](std::string id) { return random_employer(palette, dice, std::move(id)); });
  Ids known = ids_of(records);
  fill(records.ties, size.ties, dice,
       [&](std::string id) { return random_tie(palette, known, dice, std::move(id)); });
  fill(records.graduates, size.graduates, dice,
       [&](std::string id) { return random_graduate(palette, known, dice, std::move(id)); });
  fill(records.postings, size.postings, dice,
       [&](std::string id) { return random_posting(palette, known, dice, std::move(id)); });
  known = ids_of(records);
  fill(records.placements, size.placements, dice,
       [&](std::string id) { return random_placement(palette, known, dice, std::move(id)); });
  return world;
}

Ids ids_of(const reference::World& world) {
  return {ids(world.schools), ids(world.employers), ids(world.graduates), ids(world.postings)};
}

}  // namespace talentmatch::testing
