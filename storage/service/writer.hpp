#pragma once
// The one thread that changes anything: takes groups from the queue, in order, until the queue is closed and
// empty.

#include <functional>
#include <thread>

#include "storage/service/record_writer.hpp"
#include "storage/service/write_queue.hpp"

namespace talentmatch {

class Writer {
 public:
  // `after` runs on the writer's thread after each group.
  Writer(WriteQueue& queue, RecordWriter records, std::function<void()> after);
  ~Writer();  // closes the queue and finishes what was accepted
  Writer(const Writer&) = delete;
  Writer& operator=(const Writer&) = delete;

 private:
  void work();

  WriteQueue& queue_;
  RecordWriter records_;
  std::function<void()> after_;
  std::thread thread_;
};

}  // namespace talentmatch
