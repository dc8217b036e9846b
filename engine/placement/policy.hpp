#pragma once
// What a placement promises to groups of people, as plain data (spec 3, "Quotas"): the placement part of a
// policy pack. It names no person. Nothing here is checked; run.hpp says which contradictions are refused.

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "engine/model/ids.hpp"
#include "engine/model/vocabulary.hpp"

namespace talentmatch {

// The graduates for whom all given conditions hold; an empty list is no condition. One must be given.
struct GraduateGroup {
  std::vector<Level> levels;             // of the graduate; the two bachelors are two
  std::vector<SchoolKind> school_kinds;  // of the graduate's school
};

// At least `percent` of an employer's plan goes to the group. The plan is its `hiring_plan`, or else its
// seats in scope; hires of the group so far count towards it.
struct ReserveByShare {
  std::int32_t percent = 0;  // 0…100
  GraduateGroup group;
  std::vector<EmployerSize> sizes;            // of the employers that it binds; empty = of any or no size
  std::map<std::string, std::int64_t> hired;  // by employer id, none = 0
  bool hard = false;                          // a seat that no member claims stays empty
};

// Between graduates of equal E, those of these schools come first. Both empty: switched off.
struct LocalPreference {
  std::vector<std::string> schools;  // by id
  std::vector<RegionId> regions;     // the school lies in one
};

struct PlacementPolicy {
  std::optional<ReserveByShare> reserve;
  LocalPreference local;
  bool bound_first = true;  // 招生即招工: graduates bound to an employer are placed there before all others
  bool gates = true;        // false: given lists may hold pairs that fail gates of spec 1
};

}  // namespace talentmatch
