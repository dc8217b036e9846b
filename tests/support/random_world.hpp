#pragma once
// Seeded small worlds on the real catalogue, full of ties and edge cases.

#include "tests/reference/world.hpp"
#include "tests/support/random_records.hpp"

namespace talentmatch::testing {

struct WorldSize {
  int schools = 4;
  int employers = 6;
  int ties = 8;
  int graduates = 30;
  int postings = 40;
  int placements = 8;
};

// Mostly small, now and then one that fills an index.
WorldSize random_size(Dice& dice);

struct RandomWorld {
  Palette palette;
  reference::World records;
};

RandomWorld random_world(std::shared_ptr<const reference::Vocabulary> vocabulary, Dice& dice,
                         const WorldSize& size);

Ids ids_of(const reference::World& world);

}  // namespace talentmatch::testing
