#pragma once
// Makes placements of a run's proposals, and takes them back. Both run on the writer's thread: what they see
// is what they change, and all of it is one commit, with its entry in the audit log.

#include <string>

#include "engine/market/market.hpp"
#include "storage/audit/audit_log.hpp"
#include "storage/audit/caller.hpp"
#include "storage/codec/record_json.hpp"
#include "storage/service/placements/placement_run.hpp"
#include "storage/store/store.hpp"

namespace talentmatch {

struct RunPlaces {  // where a confirmation works, and for whom
  Store& store;
  Market& market;
  RecordParser& parser;
  AuditLog& audit;
  const Caller& caller;
};

// Each proposal whose graduate and posting are as they were and whose posting still has a seat becomes a
// placement, its graduate `placed`; the others are refused and reported. Gives the head with its
// confirmation. Errors: corrupt_data, no_space, io_error.
Result<RunHead> confirm_run(const RunPlaces& places, RunHead head);

// The run's placements go, its graduates seek again; a graduate or placement that was changed or removed
// since is left as it is. Gives the head without confirmation. Errors: as above.
Result<RunHead> undo_run(const RunPlaces& places, RunHead head);

}  // namespace talentmatch
