#pragma once
// Merges the market's segments when that is due: prepared on a thread of its own, installed by the writer.

#include <condition_variable>
#include <mutex>
#include <thread>

#include "engine/market/market.hpp"
#include "storage/service/write_queue.hpp"

namespace talentmatch {

class Maintenance {
 public:
  Maintenance(Market& market, WriteQueue& queue);
  ~Maintenance();  // the queue must be closed, or its writer at work
  Maintenance(const Maintenance&) = delete;
  Maintenance& operator=(const Maintenance&) = delete;

  // The market has changed. Any thread.
  void notice();

 private:
  void work();
  bool wait_until_due();
  bool merge();

  Market& market_;
  WriteQueue& queue_;
  std::mutex mutex_;
  std::condition_variable wake_;
  bool due_ = false;
  bool stopping_ = false;
  std::thread thread_;
};

}  // namespace talentmatch
