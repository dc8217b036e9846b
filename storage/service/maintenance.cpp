#include "storage/service/maintenance.hpp"

#include <future>
#include <memory>

namespace talentmatch {

Maintenance::Maintenance(Market& market, WriteQueue& queue)
    : market_(market), queue_(queue), thread_([this] { work(); }) {}

Maintenance::~Maintenance() {
  {
    const std::lock_guard guard(mutex_);
    stopping_ = true;
  }
  wake_.notify_one();
  thread_.join();
}

void Maintenance::notice() {
  if (held_back() || !market_.merge_due()) return;
  {
    const std::lock_guard guard(mutex_);
    due_ = true;
  }
  wake_.notify_one();
}

bool Maintenance::held_back() const {
  constexpr std::size_t kMany = 16;
  if (restraints_ == 0) return false;
  const auto now = market_.snapshot();
  return now->graduates().size() < kMany && now->postings().size() < kMany;
}

void Maintenance::work() {
  while (wait_until_due()) {
    while (market_.merge_due() && merge()) {
    }
  }
}

bool Maintenance::wait_until_due() {
  std::unique_lock lock(mutex_);
  wake_.wait(lock, [this] { return due_ || stopping_; });
  due_ = false;
  return !stopping_;
}

// False when the writer takes nothing more.
bool Maintenance::merge() {
  const auto merge = market_.prepare_merge();
  const auto installed = std::make_shared<std::promise<void>>();
  const auto pushed = queue_.push(Job{[this, merge, installed] {
    market_.install(*merge);
    installed->set_value();
  }});
  if (pushed) installed->get_future().wait();
  return pushed.has_value();
}

}  // namespace talentmatch
