#pragma once
// The writer's work on records: judges each write of a group against what is there, makes the accepted ones
// durable with one sync and visible with one snapshot, then calls back. The writer's thread only.

#include <span>

#include "engine/market/market.hpp"
#include "storage/service/write_queue.hpp"
#include "storage/store/store.hpp"

namespace talentmatch {

class RecordWriter {
 public:
  RecordWriter(Store& store, Market& market) : store_(store), market_(market) {}

  void put(std::span<PutTask> tasks);
  void remove(std::span<RemoveTask> tasks);

 private:
  Store& store_;
  Market& market_;
};

}  // namespace talentmatch
