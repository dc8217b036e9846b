#include "storage/service/write_queue.hpp"

#include <utility>

namespace talentmatch {

Result<void> WriteQueue::push(WriteTask&& task) {
  {
    const std::lock_guard guard(mutex_);
    if (closed_) return fail({.code = ErrorCode::stopping});
    if (tasks_.size() >= capacity_ && !std::holds_alternative<Job>(task)) {
      return fail({.code = ErrorCode::busy});
    }
    tasks_.push_back(std::move(task));
  }
  filled_.notify_one();
  return {};
}

std::optional<WriteGroup> WriteQueue::take() {
  std::unique_lock lock(mutex_);
  filled_.wait(lock, [this] { return closed_ || !tasks_.empty(); });
  if (tasks_.empty()) return std::nullopt;
  if (std::holds_alternative<PutTask>(tasks_.front())) {
    return take_run<PutTask>([](const PutTask&) { return true; });
  }
  if (const auto* first = std::get_if<RemoveTask>(&tasks_.front())) {
    return take_run<RemoveTask>(
        [collection = first->collection](const RemoveTask& next) { return next.collection == collection; });
  }
  auto job = std::get<Job>(std::move(tasks_.front()));
  tasks_.pop_front();
  return job;
}

template <class Task, class Joins>
std::vector<Task> WriteQueue::take_run(Joins joins) {
  std::vector<Task> run;
  while (!tasks_.empty() && run.size() < kMaxGroup) {
    auto* next = std::get_if<Task>(&tasks_.front());
    if (next == nullptr || !joins(*next)) break;
    run.push_back(std::move(*next));
    tasks_.pop_front();
  }
  return run;
}

void WriteQueue::close() {
  {
    const std::lock_guard guard(mutex_);
    closed_ = true;
  }
  filled_.notify_all();
}

std::size_t WriteQueue::size() const {
  const std::lock_guard guard(mutex_);
  return tasks_.size();
}

}  // namespace talentmatch
