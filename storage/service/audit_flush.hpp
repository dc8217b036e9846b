#pragma once
// Brings noted events into the audit log once a second, and at the end: they are one commit on the writer's
// thread, which nobody waits for.

#include <condition_variable>
#include <mutex>
#include <thread>

#include "engine/market/market.hpp"
#include "storage/audit/audit_log.hpp"
#include "storage/service/write_queue.hpp"

namespace talentmatch {

// On the writer's thread, or when there is none any more. A person who is not stored and has no key (any
// more) gets none. What cannot be written stays noted.
void flush_noted(AuditLog& log, Store& store, const Market& market);

class AuditFlush {
 public:
  AuditFlush(AuditLog& log, Store& store, const Market& market, WriteQueue& queue);
  ~AuditFlush();  // after the writer's end
  AuditFlush(const AuditFlush&) = delete;
  AuditFlush& operator=(const AuditFlush&) = delete;

 private:
  void work(const std::stop_token& stop);

  AuditLog& log_;
  Store& store_;
  const Market& market_;
  WriteQueue& queue_;
  std::mutex mutex_;
  std::condition_variable_any wake_;
  std::jthread thread_;
};

}  // namespace talentmatch
