#pragma once

#include <future>
#include <memory>
#include <utility>

#include "storage/service/write_queue.hpp"

namespace talentmatch {

// Runs the work on the writer's thread, in its turn, and waits for its Result. Errors: the work's, stopping.
template <class Work>
auto on_writer(WriteQueue& queue, Work work) -> decltype(work()) {
  const auto task = std::make_shared<std::packaged_task<decltype(work())()>>(std::move(work));
  auto future = task->get_future();
  if (auto pushed = queue.push(Job{[task] { (*task)(); }}); !pushed) return fail(std::move(pushed.error()));
  return future.get();
}

}  // namespace talentmatch
