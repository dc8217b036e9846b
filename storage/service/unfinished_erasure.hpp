#pragma once
// An erasure is a commit, then the rewriting of what covered the person (store/purge.hpp). Between the two
// everything may end; a marker in the commit says that there is something left to do.

#include "storage/store/store.hpp"

namespace talentmatch {

// Errors: those of the store.
Result<bool> has_unfinished_erasure(const Store& store);

// Rewrites what was left and removes the marker. Where the store may be written to, and nothing else writes.
// Errors: no_space, io_error; the marker stays.
Result<void> finish_erasure(Store& store);

// The marker goes.
Result<void> note_erasure_finished(Store& store);

}  // namespace talentmatch
