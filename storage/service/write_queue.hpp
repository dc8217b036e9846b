#pragma once
// What waits for the writer. Records' writes are bounded in number; jobs (an import's chunk, the end of a
// merge) come one at a time from those who wait for them, and are always taken.

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "engine/model/records.hpp"
#include "storage/service/service.hpp"

namespace talentmatch {

struct PutTask {
  Record record;
  std::string json{};  // canonical
  std::vector<Replacement> notices{};
  Precondition precondition{};
  WriteCallback done{};
  Caller caller{};
};

struct RemoveTask {
  Collection collection{};
  std::string id;
  Precondition precondition{};
  WriteCallback done{};
  Caller caller{};
};

using Job = std::function<void()>;
using WriteTask = std::variant<PutTask, RemoveTask, Job>;
// What may share one commit: consecutive puts, or consecutive removals of one collection.
using WriteGroup = std::variant<std::vector<PutTask>, std::vector<RemoveTask>, Job>;

class WriteQueue {
 public:
  explicit WriteQueue(std::size_t capacity) : capacity_(capacity) {}

  // Errors: busy, stopping; the task is untouched then.
  Result<void> push(WriteTask&& task);
  // The next group; waits for one. None once the queue is closed and empty.
  std::optional<WriteGroup> take();
  // Nothing more is accepted.
  void close();
  std::size_t size() const;

 private:
  static constexpr std::size_t kMaxGroup = 512;

  template <class Task, class Joins>
  std::vector<Task> take_run(Joins joins);

  const std::size_t capacity_;
  mutable std::mutex mutex_;
  std::condition_variable filled_;
  std::deque<WriteTask> tasks_;
  bool closed_ = false;
};

}  // namespace talentmatch
