#pragma once
// The figures of a run as JSON: spec 3's report, seats, verification and hash.

#include <string>

#include "engine/placement/lists/place_lists.hpp"
#include "engine/placement/max_score/place_max_score.hpp"

namespace talentmatch {

std::string report_json(const PlacementResult& result);
std::string report_json(const MaxScoreRun& run);
std::string report_json(const ListsRun& run);

}  // namespace talentmatch
