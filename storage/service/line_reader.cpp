#include "storage/service/line_reader.hpp"

#include <chrono>
#include <utility>

namespace talentmatch {
namespace {

constexpr std::size_t kReadBytes = std::size_t{256} << 10U;
constexpr std::chrono::milliseconds kPatience{250};
constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

bool is_blank(std::string_view line) {
  return line.find_first_not_of(" \t") == std::string_view::npos;
}

}  // namespace

std::string_view LineChunk::text(std::size_t i) const {
  return std::string_view{bytes_}.substr(lines_[i].begin, lines_[i].end - lines_[i].begin);
}

void LineChunk::add(std::uint64_t number, std::string_view text) {
  const std::size_t begin = bytes_.size();
  bytes_ += text;
  lines_.push_back({number, begin, bytes_.size(), false});
}

void LineChunk::clear() {
  bytes_.clear();
  lines_.clear();
}

Result<void> LineReader::read(LineChunk& chunk) {
  chunk.clear();
  const auto started = std::chrono::steady_clock::now();
  while (!chunk.full()) {
    if (take_line(chunk)) continue;
    if (ended_) {
      take_last_line(chunk);
      break;
    }
    if (chunk.size() != 0 && std::chrono::steady_clock::now() - started > kPatience) break;
    if (auto filled = refill(); !filled) return filled;
  }
  return {};
}

bool LineReader::take_line(LineChunk& chunk) {
  const auto end = buffer_.find('\n', scanned_);
  if (end == std::string::npos) {
    scanned_ = buffer_.size();
    return false;
  }
  add(chunk, std::string_view{buffer_}.substr(begin_, end - begin_));
  begin_ = scanned_ = end + 1;
  return true;
}

void LineReader::take_last_line(LineChunk& chunk) {
  if (oversized_ || begin_ < buffer_.size()) add(chunk, std::string_view{buffer_}.substr(begin_));
  begin_ = scanned_ = buffer_.size();
}

void LineReader::add(LineChunk& chunk, std::string_view line) {
  ++number_;
  if (number_ == 1 && line.starts_with(kByteOrderMark)) line.remove_prefix(kByteOrderMark.size());
  if (line.ends_with('\r')) line.remove_suffix(1);
  if (std::exchange(oversized_, false) || line.size() > kMaxLineBytes) {
    chunk.add_too_large(number_);
  } else if (!is_blank(line)) {
    chunk.add(number_, line);
  }
}

Result<void> LineReader::refill() {
  buffer_.erase(0, begin_);
  scanned_ -= std::exchange(begin_, 0);
  if (buffer_.size() > kMaxLineBytes + 1) {  // a carriage return may still follow
    oversized_ = true;
    buffer_.clear();
    scanned_ = 0;
  }
  const std::size_t kept = buffer_.size();
  buffer_.resize(kept + kReadBytes);
  const auto count = source_(buffer_.data() + kept, kReadBytes);
  buffer_.resize(kept + count.value_or(0));
  if (!count) return fail(count.error());
  ended_ = *count == 0;
  return {};
}

}  // namespace talentmatch
