#pragma once
// What is to be done with an import's records, as seen from one state of the data.

#include "storage/service/import_chunk.hpp"

namespace talentmatch {

class Market;
class Snapshot;
class Store;

// Gives every valid line its status: rejected if it refers to what does not exist, else created, updated, or
// unchanged (the same canonical JSON). The snapshot tells which ids exist. In parallel, any thread. A stored
// value that cannot be read counts as different. With a reach, records that are or would be beyond it are
// rejected too.
void judge_lines(ImportChunk& chunk, const Snapshot& snapshot, const Store& store, const Market& market,
                 const ImportTools& tools);

}  // namespace talentmatch
