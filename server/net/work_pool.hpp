#pragma once
// A few threads and a bounded queue for work that must not run on a connection's thread.

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace talentmatch {

class WorkPool {
 public:
  // `queued` is how many jobs may wait beside those that run.
  WorkPool(std::size_t threads, std::size_t queued);
  ~WorkPool();  // runs what was submitted, then joins

  // Any thread. False: too much is waiting, the job was not taken.
  bool submit(std::function<void()> job);

 private:
  void work(const std::stop_token& stop);

  const std::size_t capacity_;
  std::mutex mutex_;
  std::condition_variable_any changed_;
  std::deque<std::function<void()>> jobs_;
  std::size_t taken_ = 0;              // waiting and running
  std::vector<std::jthread> threads_;  // last: they end before what they use
};

}  // namespace talentmatch
