#pragma once
// What a run computes: from a request and a snapshot to the lines that are kept and a report. Nothing here
// writes.

#include <memory>
#include <string>

#include "engine/market/snapshot.hpp"
#include "storage/codec/placement_request.hpp"
#include "storage/service/placements/run_pieces.hpp"

namespace talentmatch {

struct PlacementProduct {
  RunPieces pieces;
  std::string report;  // JSON
};

// Errors: those of the request against the data (place_stable), cancelled.
Result<PlacementProduct> compute_placement(PlacementRequest request, std::shared_ptr<const Snapshot> snapshot,
                                           Date as_of, const PlacementControl& control);

}  // namespace talentmatch
