#pragma once
// Merges the market's segments when that is due: prepared on a thread of its own, installed by the writer.
// While an import runs, merges wait until there are many segments: each row is indexed anew by each merge it
// goes through, and one merge at the end takes all chunks at once.

#include <atomic>
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

  // Merges are held back while one of these lives.
  class Restraint {
   public:
    explicit Restraint(Maintenance& maintenance) : maintenance_(maintenance) { ++maintenance_.restraints_; }
    ~Restraint() {
      --maintenance_.restraints_;
      maintenance_.notice();
    }
    Restraint(const Restraint&) = delete;
    Restraint& operator=(const Restraint&) = delete;

   private:
    Maintenance& maintenance_;
  };

 private:
  bool held_back() const;
  void work();
  bool wait_until_due();
  bool merge();

  Market& market_;
  WriteQueue& queue_;
  std::atomic<int> restraints_ = 0;
  std::mutex mutex_;
  std::condition_variable wake_;
  bool due_ = false;
  bool stopping_ = false;
  std::thread thread_;
};

}  // namespace talentmatch
