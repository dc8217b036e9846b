#pragma once
// The writer's side of the market, shared by market.cpp, admission.cpp and merge.cpp.

#include <memory>
#include <mutex>
#include <string>
#include <unordered_map>

#include "engine/market/market.hpp"
#include "engine/market/placement_book.hpp"

namespace talentmatch {

// The current snapshot. A reader holds the lock only to copy the pointer.
class SnapshotCell {
 public:
  std::shared_ptr<const Snapshot> load() const {
    const std::lock_guard lock(mutex_);
    return current_;
  }
  void store(std::shared_ptr<const Snapshot> next) {
    const std::lock_guard lock(mutex_);
    current_.swap(next);  // the old one is released after the lock
  }

 private:
  mutable std::mutex mutex_;
  std::shared_ptr<const Snapshot> current_;
};

struct Market::State {
  std::shared_ptr<const Catalog> catalog;
  IndexTuning tuning;
  SnapshotCell current;
  std::unordered_map<std::string, TieRow, StringHash, std::equal_to<>> ties;
  PlacementBook placements;
};

}  // namespace talentmatch
