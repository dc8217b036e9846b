#pragma once
// Single records drawn from a palette; every field is missing now and then.

#include "engine/model/records.hpp"
#include "tests/support/palette.hpp"

namespace talentmatch::testing {

// The ids that records of a world may refer to.
struct Ids {
  std::vector<std::string> schools;
  std::vector<std::string> employers;
  std::vector<std::string> graduates;
  std::vector<std::string> postings;
};

School random_school(const Palette& palette, Dice& dice, std::string id);
Employer random_employer(const Palette& palette, Dice& dice, std::string id);
Tie random_tie(const Palette& palette, const Ids& ids, Dice& dice, std::string id);
Graduate random_graduate(const Palette& palette, const Ids& ids, Dice& dice, std::string id);
Posting random_posting(const Palette& palette, const Ids& ids, Dice& dice, std::string id);
Placement random_placement(const Palette& palette, const Ids& ids, Dice& dice, std::string id);

}  // namespace talentmatch::testing
