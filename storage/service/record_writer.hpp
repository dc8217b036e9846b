#pragma once
// The writer's work on records: judges each write of a group against what is there, makes the accepted ones
// durable with one sync, together with what the audit log says of them, and visible with one snapshot, then
// calls back. The writer's thread only.

#include <span>
#include <vector>

#include "engine/market/market.hpp"
#include "storage/audit/audit_log.hpp"
#include "storage/service/changes.hpp"
#include "storage/service/write_queue.hpp"
#include "storage/store/store.hpp"

namespace talentmatch {

class RecordWriter {
 public:
  RecordWriter(Store& store, Market& market, AuditLog& audit)
      : store_(store), market_(market), audit_(audit) {}

  void put(std::span<PutTask> tasks);
  void remove(std::span<RemoveTask> tasks);

 private:
  template <class Group, class Task>
  void run(std::span<Task> tasks);
  Result<void> commit(const Changes& changes, std::vector<AuditEvent> events);

  Store& store_;
  Market& market_;
  AuditLog& audit_;
};

}  // namespace talentmatch
