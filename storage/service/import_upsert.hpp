#pragma once
// Import into a collection as it is: each chunk is one commit. On the writer's thread.

#include "engine/market/market.hpp"
#include "storage/service/changes.hpp"
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
  Changes changes_;  // of one chunk
  // Ids come once in a file, so what this import has put itself need not be looked for: the last state that
  // others have made tells which ids exist.
  std::shared_ptr<const Snapshot> before_;
  std::uint64_t own_commit_ = 0;
};

}  // namespace talentmatch
