#pragma once
// Inside placements only. One run while the program knows it: what is told of it, and until it is computed
// what it is made from; and how work gets to the writer.

#include <utility>

#include "storage/service/on_writer.hpp"
#include "storage/service/placements/placement_runs.hpp"

namespace talentmatch {

struct PlacementRuns::Run {
  RunHead head;  // under the runs' mutex
  PlacementRequest request;
  std::size_t request_bytes = 0;
  std::shared_ptr<const Snapshot> snapshot;  // until it is computed
  Date as_of;
  std::atomic<int> progress{0};
  std::atomic<bool> cancel{false};
};

template <class Work>
auto PlacementRuns::on_writer(Work work) const -> decltype(work()) {
  return talentmatch::on_writer(tools_.queue, std::move(work));
}

}  // namespace talentmatch
