#pragma once
// The run that "what if" is asked of, as the engine wants it: one is held in memory, the last that was asked
// or made ready, until the data change. Safe from any thread.

#include <cstdint>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>

#include "storage/service/placements/kept_run.hpp"

namespace talentmatch {

class SettledRun;

// The detail of errors where what is kept of a run cannot tell.
inline constexpr std::string_view kNeedsNewRun = "start a new run with seat_changes";

class SettledRuns {
 public:
  // Null where it is not the one that is held.
  std::shared_ptr<const SettledRun> held(const RunHead& head) const;
  // The one held, or made from what the store keeps: takes a part of the run's own time, all threads. Errors,
  // with kNeedsNewRun: invalid_option (field: mode, choices, policy.reserve, priority_groups),
  // precondition_failed (field version: the data have changed since, as a confirmation changes them too);
  // busy (another is being made); those of restored_result; cancelled.
  Result<std::shared_ptr<const SettledRun>> of(const Store& store, const RunHead& head,
                                               const std::shared_ptr<const Snapshot>& snapshot,
                                               const PlacementControl& control = {});
  // Lets go of a run of other data: it holds on to these.
  void let_go_of_other_than(const Snapshot& snapshot);
  bool empty() const;

 private:
  struct Held {
    std::uint64_t number = 0;
    std::string version;
    std::shared_ptr<const SettledRun> run;
  };

  std::mutex making_;
  mutable std::mutex mutex_;
  Held held_;
};

}  // namespace talentmatch
