#include "storage/service/audit_flush.hpp"

#include <chrono>

namespace talentmatch {

void flush_noted(AuditLog& log, Store& store, const Market& market) {
  auto events = log.take_noted();
  if (events.empty()) return;
  const auto now = market.snapshot();
  for (auto& event : events) {
    const bool known = event.person.empty() || now->find_graduate(event.person) ||
                       store.document(person_key_name(event.person));
    if (!known) event.person.clear();
  }
  const auto batch = log.batch(events);
  if (batch && store.put_documents(batch->documents)) return log.kept(*batch);
  for (auto& event : events) log.note(std::move(event));
}

AuditFlush::AuditFlush(AuditLog& log, Store& store, const Market& market, WriteQueue& queue)
    : log_(log), store_(store), market_(market), queue_(queue), thread_([this](const std::stop_token& stop) {
        work(stop);
      }) {}

AuditFlush::~AuditFlush() {
  thread_.request_stop();
  thread_.join();
  flush_noted(log_, store_, market_);
}

void AuditFlush::work(const std::stop_token& stop) {
  std::unique_lock lock(mutex_);
  while (!wake_.wait_for(lock, stop, std::chrono::seconds(1), [&] { return stop.stop_requested(); })) {
    // A queue that is closed takes nothing: the end is near, and flushes itself.
    if (log_.has_noted()) (void)queue_.push(Job{[this] { flush_noted(log_, store_, market_); }});
  }
}

}  // namespace talentmatch
