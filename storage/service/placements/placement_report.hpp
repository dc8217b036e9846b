#pragma once
// The figures of a run as JSON.

#include <string>

#include "engine/placement/lists/place_lists.hpp"
#include "engine/placement/max_score/place_max_score.hpp"

namespace talentmatch {

std::string report_of(const PlacementResult& result);
std::string report_of(const MaxScoreRun& run);
std::string report_of(const ListsRun& run);

}  // namespace talentmatch
