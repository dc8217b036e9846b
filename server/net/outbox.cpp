#include "server/net/outbox.hpp"

#include <utility>

namespace talentmatch {

Outbox::Outbox(std::size_t capacity, WhenFull policy, std::filesystem::path spool,
               std::function<void()> on_output)
    : capacity_(capacity), policy_(policy), on_output_(std::move(on_output)), file_(std::move(spool)) {}

bool Outbox::put(std::string_view bytes) {
  std::unique_lock lock(mutex_);
  if (!keep(bytes, lock)) return false;
  const bool announce = !std::exchange(announced_, true);
  lock.unlock();
  if (announce) on_output_();
  return true;
}

bool Outbox::keep(std::string_view bytes, std::unique_lock<std::mutex>& lock) {
  if (policy_ == WhenFull::wait) {
    room_.wait(lock, [this] { return memory_.size() < capacity_ || closed_; });
  }
  if (closed_) return false;
  if (policy_ == WhenFull::spool && (!file_.empty() || memory_.size() >= capacity_)) {
    return file_.append(bytes).has_value();
  }
  memory_ += bytes;
  return true;
}

bool Outbox::take(std::size_t count, std::string& chunk) {
  chunk.clear();
  const std::lock_guard lock(mutex_);
  std::swap(chunk, memory_);
  if (chunk.empty() && !file_.empty() && !file_.take(count, chunk)) return false;
  announced_ = !chunk.empty();
  room_.notify_one();
  return true;
}

void Outbox::close() {
  const std::lock_guard lock(mutex_);
  closed_ = true;
  room_.notify_one();
}

}  // namespace talentmatch
