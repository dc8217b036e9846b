#pragma once
// What the service is doing, counted for whoever watches it. Any thread.

#include <atomic>
#include <cstdint>

namespace talentmatch {

class ImportActivity {
 public:
  class Running {  // as long as an import is under way
   public:
    explicit Running(ImportActivity& activity) : activity_(activity) { ++activity_.running_; }
    ~Running() { --activity_.running_; }
    Running(const Running&) = delete;
    Running& operator=(const Running&) = delete;

   private:
    ImportActivity& activity_;
  };

  void count(std::uint64_t lines) { lines_ += lines; }
  std::uint64_t running() const { return running_; }
  std::uint64_t lines() const { return lines_; }

 private:
  std::atomic<std::uint64_t> running_{0};
  std::atomic<std::uint64_t> lines_{0};
};

// When the data last changed. `notice` from one thread.
class DataClock {
 public:
  DataClock(std::uint64_t commit, std::int64_t now) : commit_(commit), changed_(now) {}

  void notice(std::uint64_t commit, std::int64_t now) {
    if (commit == commit_) return;
    commit_ = commit;
    changed_ = now;
  }
  std::int64_t changed() const { return changed_; }  // seconds since 1970

 private:
  std::uint64_t commit_;
  std::atomic<std::int64_t> changed_;
};

}  // namespace talentmatch
