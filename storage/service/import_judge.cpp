#include "storage/service/import_judge.hpp"

#include <utility>

#include <tbb/blocked_range.h>
#include <tbb/parallel_for.h>

#include "engine/market/market.hpp"
#include "storage/store/store.hpp"

namespace talentmatch {
namespace {

// A look into memory, which saves one on disk for every new record. Ties and placements are asked for on
// disk.
bool may_exist(const Snapshot& snapshot, Collection collection, std::string_view id) {
  switch (collection) {
    case Collection::schools:
      return snapshot.schools().find(id).has_value();
    case Collection::employers:
      return snapshot.employers().find(id).has_value();
    case Collection::graduates:
      return snapshot.find_graduate(id).has_value();
    case Collection::postings:
      return snapshot.find_posting(id).has_value();
    case Collection::ties:
    case Collection::placements:
      return true;
  }
  return true;
}

ImportStatus compare(const ImportedLine& line, Collection collection, const Snapshot& snapshot,
                     const Store& store) {
  if (!may_exist(snapshot, collection, line.id)) return ImportStatus::created;
  const auto json = store.get(collection, line.id);
  if (!json && json.error().code == ErrorCode::not_found) return ImportStatus::created;
  return json && *json == line.json ? ImportStatus::unchanged : ImportStatus::updated;
}

// As it is and as it would be.
bool within_reach(const Reach& reach, const ImportedLine& line, Collection collection,
                  const Snapshot& snapshot) {
  return owns(reach, *line.record) && standing(reach, snapshot, collection, line.id) != Standing::foreign;
}

}  // namespace

void judge_lines(ImportChunk& chunk, const Snapshot& snapshot, const Store& store, const Market& market,
                 const ImportTools& tools) {
  constexpr std::size_t kGrain = 256;
  const auto judge = [&](ImportedLine& line) {
    if (!line.record) return;
    if (tools.reach != nullptr && !within_reach(*tools.reach, line, chunk.collection, snapshot)) {
      return line.reject({.code = ErrorCode::forbidden});
    }
    line.status = compare(line, chunk.collection, snapshot, store);
    if (line.status == ImportStatus::unchanged) return;
    // No record refers to one of its own collection, so what precedes it in the file does not matter.
    if (auto admitted = market.admit(*line.record, {}); !admitted) line.reject(std::move(admitted.error()));
  };
  const auto judge_range = [&](const tbb::blocked_range<std::size_t>& range) {
    for (std::size_t i = range.begin(); i != range.end(); ++i) judge(chunk.lines[i]);
  };
  const tbb::blocked_range<std::size_t> all(0, chunk.lines.size(), kGrain);
  tools.arena.execute([&] { tbb::parallel_for(all, judge_range); });
  chunk.judged_at = snapshot.commit();
}

}  // namespace talentmatch
