#include "server/net/body_pipe.hpp"

#include <algorithm>
#include <cstring>

namespace talentmatch {

BodyPipe::BodyPipe(std::size_t capacity, std::function<void()> on_room)
    : capacity_(capacity), on_room_(std::move(on_room)) {}

void BodyPipe::push(std::string_view bytes) {
  const std::lock_guard lock(mutex_);
  if (closed_ || bytes.empty()) return;
  bytes_ += bytes;
  full_ = full_ || bytes_.size() - read_ >= capacity_;
  changed_.notify_one();
}

bool BodyPipe::full() const {
  const std::lock_guard lock(mutex_);
  return full_ && !closed_;
}

void BodyPipe::finish() {
  const std::lock_guard lock(mutex_);
  finished_ = true;
  changed_.notify_one();
}

void BodyPipe::fail(Error error) {
  const std::lock_guard lock(mutex_);
  if (finished_) return;
  finished_ = true;
  state_ = talentmatch::fail(std::move(error));
  changed_.notify_one();
}

Result<std::size_t> BodyPipe::read(char* buffer, std::size_t capacity) {
  std::unique_lock lock(mutex_);
  changed_.wait(lock, [this] { return read_ < bytes_.size() || finished_; });
  const std::size_t count = std::min(capacity, bytes_.size() - read_);
  if (count == 0 && !state_) return talentmatch::fail(state_.error());
  std::memcpy(buffer, bytes_.data() + read_, count);
  read_ += count;
  if (read_ == bytes_.size()) {
    bytes_.clear();
    read_ = 0;
  }
  const bool has_room = full_ && bytes_.size() - read_ <= capacity_ / 2;
  if (has_room) full_ = false;
  lock.unlock();
  if (has_room) on_room_();
  return count;
}

void BodyPipe::close() {
  const std::lock_guard lock(mutex_);
  closed_ = true;
  bytes_.clear();
  read_ = 0;
}

}  // namespace talentmatch
