#pragma once
// Work on 0…n-1 on all threads, roughly in that order: every worker takes the next few, so no half waits at
// the end as with splitting.

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <mutex>

#include <tbb/parallel_for.h>
#include <tbb/task_arena.h>

#include "engine/placement/run.hpp"

namespace talentmatch {

// `make_worker()` is called once a thread and gives f(i). Progress goes from 0 to 1000. False: cancelled.
template <class MakeWorker>
bool for_each_in_order(std::size_t n, const PlacementControl& control, MakeWorker&& make_worker) {
  constexpr std::size_t kBlock = 64;
  std::atomic<std::size_t> next{0};
  std::mutex reporting;
  int reported = 0;
  const auto cancelled = [&] { return control.cancel != nullptr && control.cancel->load(); };
  const auto report = [&](std::size_t done) {
    const int share = static_cast<int>(done * 1000 / n);
    if (!control.progress || !reporting.try_lock()) return;
    if (share > reported) control.progress(reported = share);
    reporting.unlock();
  };
  tbb::parallel_for(0, tbb::this_task_arena::max_concurrency(), [&](int) {
    auto work = make_worker();
    while (!cancelled()) {
      const std::size_t first = next.fetch_add(kBlock);
      if (first >= n) return;
      const std::size_t last = std::min(n, first + kBlock);
      for (std::size_t i = first; i < last; ++i) work(i);
      report(last);
    }
  });
  return !cancelled();
}

}  // namespace talentmatch
