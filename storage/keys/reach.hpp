#pragma once
// Whose records a key may see and change: everybody's, or those of some schools, or of some employers.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "engine/market/snapshot.hpp"
#include "engine/model/records.hpp"

namespace talentmatch {

// Lists of ids; both empty = no limit.
struct Reach {
  std::vector<std::string> schools;
  std::vector<std::string> employers;

  bool limited() const { return !schools.empty() || !employers.empty(); }
};

// A school's own: its record and its graduates; an employer's: its record and its postings. Ties and
// placements are nobody's own.
bool owns(const Reach& reach, const Record& record);

enum class Standing : std::uint8_t { absent, own, foreign };
// Of the record with this id, as the snapshot has it. O(1), and the lists of the reach. A tie or a placement
// is foreign whether it exists or not.
Standing standing(const Reach& reach, const Snapshot& snapshot, Collection collection, std::string_view id);

}  // namespace talentmatch
