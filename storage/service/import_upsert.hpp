#pragma once
// Import into a collection as it is: each chunk is one commit. On the writer's thread.

#include "engine/market/market.hpp"
#include "storage/service/import_chunk.hpp"
#include "storage/store/store.hpp"

namespace talentmatch {

class UpsertImport {
 public:
  UpsertImport(Store& store, Market& market, tbb::task_arena& arena)
      : store_(&store), market_(&market), arena_(&arena) {}

  // Admits the valid lines in order, makes them durable and visible and gives every line its status.
  Result<void> take(ImportChunk& chunk);
  Result<void> finish(ImportTotals&) { return {}; }

 private:
  Store* store_;
  Market* market_;
  tbb::task_arena* arena_;
};

}  // namespace talentmatch
