#include "storage/service/import_upsert.hpp"

#include <utility>

#include "storage/service/changes.hpp"
#include "storage/service/import_compare.hpp"

namespace talentmatch {

Result<void> UpsertImport::take(ImportChunk& chunk) {
  compare_with_stored(chunk, *store_, *market_, *arena_);
  Changes changes;
  changes.reserve(chunk.lines.size());
  for (auto& line : chunk.lines) {
    if (!line.record || line.status == ImportStatus::unchanged) continue;
    // No record refers to one of its own collection, so what precedes it in the chunk need not be searched.
    if (auto admitted = market_->admit(*line.record, {}); !admitted) {
      line.reject(std::move(admitted.error()));
    } else {
      changes.put(*std::move(line.record), std::move(line.json));
    }
  }
  return changes.commit(*store_, *market_);
}

}  // namespace talentmatch
