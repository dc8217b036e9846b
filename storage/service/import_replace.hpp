#pragma once
// Import that makes a collection exactly one file: lines are staged beside the collection, which changes in
// one commit and one snapshot at the end, or not at all. On the writer's thread.

#include <optional>
#include <string_view>
#include <vector>

#include "engine/market/market.hpp"
#include "storage/service/import_chunk.hpp"
#include "storage/store/store.hpp"

namespace talentmatch {

class ReplaceImport {
 public:
  ReplaceImport(Store& store, Market& market, Staging staging, const ImportTools& tools)
      : store_(store), market_(market), staging_(std::move(staging)), tools_(tools) {}

  // Gives every line the status that it has if the file is swapped in.
  void prepare(ImportChunk& chunk);
  // Stages the valid lines.
  Result<void> take(ImportChunk& chunk);
  // On the writer's thread: swaps if no line was rejected and all that follows from it is allowed; tells in
  // the totals. O(collection), and memory for the records that change.
  Result<void> finish(ImportTotals& totals);

 private:
  Result<void> plan(ImportTotals& totals);
  Result<void> plan_put(std::string_view json, RecordParser& parser);
  Result<void> plan_removal(std::string_view id);
  Result<void> swap();

  Store& store_;
  Market& market_;
  Staging staging_;
  ImportTools tools_;
  std::optional<Error> first_rejection_;
  std::vector<Mutation> mutations_;    // from the collection as it is to the file
  std::vector<JournalEntry> cascade_;  // what goes with the removals
};

}  // namespace talentmatch
