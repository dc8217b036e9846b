#pragma once
// What a placement run is asked to do, as JSON: the body of POST /v1/placements.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/catalog/catalog.hpp"
#include "engine/model/date.hpp"
#include "engine/model/error.hpp"
#include "engine/placement/run.hpp"

namespace talentmatch {

struct PlacementRequest {
  PlacementMode mode = PlacementMode::stable;
  std::optional<Date> as_of;
  std::uint64_t seed = 0;
  PlacementScope scope;
  Weights weights;
  PlacementPolicy policy;
  std::vector<PairIds> locks;
  std::vector<PairIds> bans;
  std::vector<SeatChange> seat_changes;
  std::optional<std::vector<GivenChoices>> choices;
  std::vector<GivenPriorities> priorities;
  std::vector<PriorityMember> priority_groups;  // never written anywhere
  std::int32_t length = 50;                     // max_score, lists: choices a graduate when none are given
  std::int32_t per_graduate = 10;               // lists: postings a graduate
  std::int32_t per_seat = 10;                   // lists: graduates a seat
  bool exact = false;                           // max_score: the optimum, not within 0.1 %
};

// Unknown members are refused; null equals a missing one. Errors: as RecordParser's, the field as a path
// ("policy.reserve.percent", "choices[3].choices[0]"); invalid_weights.
Result<PlacementRequest> parse_placement_request(std::string_view json, const Catalog& catalog);

// What a run keeps of its request: all but the lists of persons, which may be large, and the priority groups,
// which exist for the run only.
void append_placement_request(std::string& out, const PlacementRequest& request, const Catalog& catalog);

}  // namespace talentmatch
