#include "storage/service/writer.hpp"

#include <utility>

namespace talentmatch {

Writer::Writer(WriteQueue& queue, RecordWriter records, std::function<void()> after)
    : queue_(queue), records_(records), after_(std::move(after)), thread_([this] { work(); }) {}

Writer::~Writer() {
  queue_.close();
  thread_.join();
}

void Writer::work() {
  while (auto group = queue_.take()) {
    if (auto* puts = std::get_if<std::vector<PutTask>>(&*group)) {
      records_.put(*puts);
    } else if (auto* removals = std::get_if<std::vector<RemoveTask>>(&*group)) {
      records_.remove(*removals);
    } else {
      std::get<Job> (*group)();
    }
    after_();
  }
}

}  // namespace talentmatch
