#pragma once
// One pair: gates, component values and the three scores, read off the tables of specs 1 and 2.

#include <vector>

#include "engine/ranking/evaluation.hpp"
#include "tests/reference/world.hpp"

namespace talentmatch::reference {

// Gates that fail, in the order in which they are checked.
std::vector<Gate> failed_gates(const World& world, const Graduate& graduate, const Posting& posting,
                               Date as_of);
// Those that the one record fails whatever the other is.
std::vector<Gate> own_gates(const Graduate& graduate);
std::vector<Gate> own_gates(const World& world, const Posting& posting, Date as_of);

struct Values {  // 0…100, named as in spec 2
  int affinity = 0;
  int certificates = 0;
  int level = 0;
  int tie = 0;
  int region = 0;
  int pay = 0;
};

Values values(const World& world, const Graduate& graduate, const Posting& posting, Date as_of);

struct Views {
  int employer = 0;  // E
  int graduate = 0;  // S
  int mutual = 0;

  int of(Perspective perspective) const;
};

Views views(const Values& values, const Weights& weights);

}  // namespace talentmatch::reference
