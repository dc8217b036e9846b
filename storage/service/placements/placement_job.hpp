#pragma once
// Inside placements only. One run while the program knows it: what is told of it, and until it is computed
// what it is made from; and how work gets to the writer.

#include <future>
#include <utility>

#include "storage/service/placements/placement_runs.hpp"

namespace talentmatch {

struct PlacementRuns::Run {
  RunHead head;  // under the runs' mutex
  PlacementRequest request;
  std::shared_ptr<const Snapshot> snapshot;  // until it is computed
  Date as_of;
  std::atomic<int> progress{0};
  std::atomic<bool> cancel{false};
};

template <class Work>
auto PlacementRuns::on_writer(Work work) const -> decltype(work()) {
  const auto task = std::make_shared<std::packaged_task<decltype(work())()>>(std::move(work));
  auto future = task->get_future();
  if (auto pushed = tools_.queue.push(Job{[task] { (*task)(); }}); !pushed) {
    return fail(std::move(pushed.error()));
  }
  return future.get();
}

}  // namespace talentmatch
