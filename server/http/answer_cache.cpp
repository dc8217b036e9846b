#include "server/http/answer_cache.hpp"

#include <algorithm>
#include <bit>
#include <cstring>
#include <functional>
#include <utility>

namespace talentmatch {

namespace {

constexpr std::size_t kSmallAnswer =
    1024;  // bytes: there are entries for as many of these as the memory holds
constexpr std::size_t kLeastAnswers = 16;  // that the memory must hold of any one's size

}  // namespace

AnswerCache::AnswerCache(std::size_t bytes)
    : size_(std::max<std::size_t>(bytes, 1)),
      memory_(std::make_unique_for_overwrite<char[]>(size_)),
      entries_(std::bit_ceil(size_ / kSmallAnswer + 1)) {}

bool AnswerCache::find(const Moment& now, std::string_view request, std::string& out) {
  forget_unless(now);
  const Entry& entry = entry_of(request);
  if (!holds(entry, request)) return false;
  out.append(at(entry.begin) + entry.request, entry.answer);
  return true;
}

void AnswerCache::keep(const Moment& now, std::string_view request, std::string_view answer) {
  forget_unless(now);
  const std::size_t size = request.size() + answer.size();
  if (size > size_ / kLeastAnswers) return;
  const auto begin = room_for(size);
  char* place = memory_.get() + begin % size_;
  std::memcpy(place, request.data(), request.size());
  std::memcpy(place + request.size(), answer.data(), answer.size());
  entry_of(request) = {.begin = begin,
                       .request = static_cast<std::uint32_t>(request.size()),
                       .answer = static_cast<std::uint32_t>(answer.size())};
}

void AnswerCache::forget_unless(const Moment& now) {
  if (now == moment_) return;
  moment_ = now;
  first_ = end_;
}

AnswerCache::Entry& AnswerCache::entry_of(std::string_view request) {
  return entries_[std::hash<std::string_view>{}(request) & (entries_.size() - 1)];
}

// Of this moment, not overwritten, and for this request.
bool AnswerCache::holds(const Entry& entry, std::string_view request) const {
  return entry.begin >= first_ && entry.begin + size_ >= end_ &&
         request == std::string_view(at(entry.begin), entry.request);
}

// The number of its first byte.
std::uint64_t AnswerCache::room_for(std::size_t size) {
  const std::size_t left = size_ - end_ % size_;
  if (left < size) end_ += left;
  return std::exchange(end_, end_ + size);
}

}  // namespace talentmatch
