#include "storage/service/import_compare.hpp"

#include <tbb/blocked_range.h>
#include <tbb/parallel_for.h>

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

ImportStatus compare(const ImportedLine& line, Collection collection, const Store& store,
                     const Snapshot& snapshot) {
  if (!may_exist(snapshot, collection, line.id)) return ImportStatus::created;
  const auto json = store.get(collection, line.id);
  if (!json && json.error().code == ErrorCode::not_found) return ImportStatus::created;
  return json && *json == line.json ? ImportStatus::unchanged : ImportStatus::updated;
}

}  // namespace

void compare_with_stored(ImportChunk& chunk, const Store& store, const Snapshot& snapshot,
                         tbb::task_arena& arena) {
  constexpr std::size_t kGrain = 256;
  const auto compare_range = [&](const tbb::blocked_range<std::size_t>& range) {
    for (std::size_t i = range.begin(); i != range.end(); ++i) {
      auto& line = chunk.lines[i];
      if (line.record) line.status = compare(line, chunk.collection, store, snapshot);
    }
  };
  const tbb::blocked_range<std::size_t> all(0, chunk.lines.size(), kGrain);
  arena.execute([&] { tbb::parallel_for(all, compare_range); });
}

}  // namespace talentmatch
