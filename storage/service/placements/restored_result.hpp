#pragma once
// What the engine gave for a run that is kept, made again from its rows and today's records.

#include <memory>

#include "engine/placement/run.hpp"
#include "storage/service/placements/kept_run.hpp"

namespace talentmatch {

// Of a run in mode `stable` from scores without a reserve, whose data version is the snapshot's. Field,
// lottery and assignments are the run's own; of postings only seats are told, without verification and hash.
// O(rows + records in scope), all threads. Errors: corrupt_data, those of the store.
Result<std::shared_ptr<const PlacementResult>> restored_result(const KeptRun& run);

}  // namespace talentmatch
