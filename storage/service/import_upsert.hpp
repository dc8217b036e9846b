#pragma once
// Import into a collection as it is: each chunk is one commit.

#include <atomic>
#include <cstdint>
#include <memory>
#include <vector>

#include "engine/market/market.hpp"
#include "storage/service/changes.hpp"
#include "storage/service/import_chunk.hpp"
#include "storage/store/store.hpp"

namespace talentmatch {

class UpsertImport {
 public:
  UpsertImport(Store& store, Market& market, const ImportTools& tools)
      : store_(store), market_(market), tools_(tools) {}

  // Judges the lines before the writer has them, beside the chunk that it is storing.
  void prepare(ImportChunk& chunk);
  // On the writer's thread: makes the accepted lines durable and visible. What was judged before somebody
  // else wrote is judged again.
  Result<void> take(ImportChunk& chunk);
  Result<void> finish(ImportTotals&) { return {}; }

 private:
  bool all_new(const ImportChunk& chunk) const;
  Result<void> add(ImportChunk& chunk);
  Result<void> change(ImportChunk& chunk);
  std::vector<std::unique_ptr<Market::Part>> fill_parts(const ImportChunk& chunk) const;

  Store& store_;
  Market& market_;
  ImportTools tools_;
  // Ids come once in a file, so what this import has put itself need not be looked for: the last state that
  // others have made tells which ids exist.
  std::shared_ptr<const Snapshot> before_;
  std::atomic<std::uint64_t> others_commit_ = 0;  // every later one is this import's
  std::uint64_t own_commit_ = 0;
  Changes changes_;  // of one chunk
};

}  // namespace talentmatch
