#pragma once
// The lines that a run keeps, made from its result.

#include "engine/placement/lists/place_lists.hpp"
#include "engine/placement/run.hpp"
#include "storage/service/placements/columns.hpp"

namespace talentmatch {

struct RunPieces {
  Pieces rows;      // run_rows.hpp
  Pieces postings;  // run_postings.hpp; mode `lists` has none
};

RunPieces pieces_of(const PlacementResult& result, const PlacementInput& input);
RunPieces pieces_of(const ListsRun& run);

}  // namespace talentmatch
