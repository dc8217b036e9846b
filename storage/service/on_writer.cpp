#include "storage/service/on_writer.hpp"

#include <future>
#include <utility>

namespace talentmatch {

Result<void> on_writer(WriteQueue& queue, std::function<Result<void>()> work) {
  const auto task = std::make_shared<std::packaged_task<Result<void>()>>(std::move(work));
  auto future = task->get_future();
  if (auto pushed = queue.push(Job{[task] { (*task)(); }}); !pushed) return pushed;
  return future.get();
}

}  // namespace talentmatch
