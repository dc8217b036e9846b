#pragma once
// Some consecutive lines of an import on their way from text to result.

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <tbb/task_arena.h>

#include "engine/catalog/catalog.hpp"
#include "storage/codec/import_json.hpp"
#include "storage/codec/record_json.hpp"
#include "storage/keys/reach.hpp"
#include "storage/service/activity.hpp"
#include "storage/service/id_set.hpp"
#include "storage/service/line_reader.hpp"
#include "storage/service/pool.hpp"

namespace talentmatch {

struct ImportedLine {
  std::uint64_t number = 0;
  ImportStatus status = ImportStatus::rejected;
  std::string id;  // empty if the line gave none
  std::string json;
  std::optional<Record> record;  // none if the line is rejected
  std::vector<Replacement> notices;
  std::unique_ptr<const Error> error;

  void reject(Error why) {
    status = ImportStatus::rejected;
    error = std::make_unique<const Error>(std::move(why));
    record.reset();
  }
};

struct ImportChunk {
  Collection collection{};
  std::vector<ImportedLine> lines;
  std::uint64_t judged_at = 0;  // number of the last commit that the lines were judged by
};

// What the steps of an import need.
struct ImportTools {
  const Catalog& catalog;
  Pool<RecordParser>& parsers;
  tbb::task_arena& arena;
  ImportActivity& activity;
  const Reach* reach = nullptr;  // of the import's own: what it may change
};

// Replaces the chunk's lines by these, parsed and validated in parallel.
void parse_lines(ImportChunk& chunk, Collection collection, const LineChunk& lines, const ImportTools& tools);
// Rejects the lines whose id a valid line of the file has already had.
void reject_repeated_ids(ImportChunk& chunk, IdSet& seen);

}  // namespace talentmatch
