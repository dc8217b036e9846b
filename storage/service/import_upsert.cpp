#include "storage/service/import_upsert.hpp"

#include <utility>

#include "storage/service/import_compare.hpp"

namespace talentmatch {

Result<void> UpsertImport::take(ImportChunk& chunk) {
  if (const auto now = market_->snapshot(); !before_ || now->commit() != own_commit_) before_ = now;
  compare_with_stored(chunk, *store_, *before_, *arena_);
  changes_.clear();
  for (auto& line : chunk.lines) {
    if (!line.record || line.status == ImportStatus::unchanged) continue;
    // No record refers to one of its own collection, so what precedes it in the chunk need not be searched.
    if (auto admitted = market_->admit(*line.record, {}); !admitted) {
      line.reject(std::move(admitted.error()));
    } else {
      changes_.put(*std::move(line.record), std::move(line.json));
    }
  }
  auto committed = changes_.commit(*store_, *market_);
  own_commit_ = market_->snapshot()->commit();
  return committed;
}

}  // namespace talentmatch
