#include "server/net/work_pool.hpp"

namespace talentmatch {

WorkPool::WorkPool(std::size_t threads, std::size_t queued) : capacity_(threads + queued) {
  for (std::size_t i = 0; i < threads; ++i) {
    threads_.emplace_back([this](const std::stop_token& stop) { work(stop); });
  }
}

WorkPool::~WorkPool() = default;

bool WorkPool::submit(std::function<void()> job) {
  {
    const std::lock_guard lock(mutex_);
    if (taken_ == capacity_) return false;
    ++taken_;
    jobs_.push_back(std::move(job));
  }
  changed_.notify_one();
  return true;
}

void WorkPool::work(const std::stop_token& stop) {
  std::unique_lock lock(mutex_);
  while (changed_.wait(lock, stop, [this] { return !jobs_.empty(); })) {
    const auto job = std::move(jobs_.front());
    jobs_.pop_front();
    lock.unlock();
    job();
    lock.lock();
    --taken_;
  }
}

}  // namespace talentmatch
