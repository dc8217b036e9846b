#pragma once
// What an import's records are to those that are there.

#include "engine/market/snapshot.hpp"
#include "storage/service/import_chunk.hpp"

namespace talentmatch {

class Store;

// Sets the status of every valid line: created, updated, or unchanged (the same canonical JSON). The snapshot
// tells which ids exist. In parallel, on behalf of the writer, so that nothing changes meanwhile. A stored
// value that cannot be read counts as different.
void compare_with_stored(ImportChunk& chunk, const Store& store, const Snapshot& snapshot,
                         tbb::task_arena& arena);

}  // namespace talentmatch
