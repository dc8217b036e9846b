#pragma once
// What an open service is made of. Members go in reverse order: placement runs are cancelled, the writer
// finishes what was accepted, what was noted goes to the audit log, the maintenance ends, the store closes.

#include <memory>
#include <mutex>

#include <tbb/task_arena.h>

#include "engine/market/market.hpp"
#include "storage/keys/key_ring.hpp"
#include "storage/service/activity.hpp"
#include "storage/service/answers.hpp"
#include "storage/service/audit_flush.hpp"
#include "storage/service/import_chunk.hpp"
#include "storage/service/maintenance.hpp"
#include "storage/service/placements/placement_runs.hpp"
#include "storage/service/pool.hpp"
#include "storage/service/service.hpp"
#include "storage/service/write_queue.hpp"
#include "storage/service/writer.hpp"
#include "storage/store/store.hpp"

namespace talentmatch {

struct Service::Parts {
  std::shared_ptr<const Catalog> catalog;
  std::unique_ptr<Store> store;
  std::unique_ptr<Market> market;
  Answers answers;
  Pool<RecordParser> parsers;
  // Imports give way to requests. An import's own thread and the writer work in it too, and wait in turn.
  tbb::task_arena import_arena;
  ImportActivity imports;
  DataClock clock;
  WriteQueue queue;
  Maintenance maintenance;
  std::unique_ptr<AuditLog> audit;
  AuditFlush audit_flush;
  Writer writer;
  std::unique_ptr<PlacementRuns> placements;
  std::unique_ptr<KeyRing> keys;
  const std::filesystem::path backups;
  const Retention retention;
  std::mutex erasing;

  Parts(std::shared_ptr<const Catalog> loaded_catalog, std::unique_ptr<Store> open_store,
        std::unique_ptr<Market> filled_market, std::unique_ptr<AuditLog> audit_log,
        const ServiceOptions& options, unsigned threads);

  ImportTools import_tools(const Reach* reach) { return {*catalog, parsers, import_arena, imports, reach}; }
};

}  // namespace talentmatch
