#pragma once
// Answers that may be given again. An answer depends on nothing but the data's version, the day and the
// request, so one that was computed at the same moment is the same bytes; whatever changes the data forgets
// them all. Fixed memory, touched as it fills; the oldest answers make room, also where two requests' hashes
// meet. Nothing is allocated after construction. A look-up is O(1). For one thread.

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "storage/service/moment.hpp"

namespace talentmatch {

class AnswerCache {
 public:
  explicit AnswerCache(std::size_t bytes);

  // Appends the answer that was kept for the request at this moment; false: there is none.
  bool find(const Moment& now, std::string_view request, std::string& out);
  // `now` is from before the answer was computed: data newer than that is asked for at a later moment only.
  // What would take more than a sixteenth of the memory is not kept.
  void keep(const Moment& now, std::string_view request, std::string_view answer);

 private:
  // Bytes are numbered as they are written; byte b lies at b modulo the memory. First the request, then its
  // answer, in one piece.
  struct Entry {
    std::uint64_t begin = 0;
    std::uint32_t request = 0;  // bytes
    std::uint32_t answer = 0;
  };

  void forget_unless(const Moment& now);
  Entry& entry_of(std::string_view request);
  bool holds(const Entry& entry, std::string_view request) const;
  std::uint64_t room_for(std::size_t size);
  const char* at(std::uint64_t byte) const { return memory_.get() + byte % size_; }

  std::size_t size_;
  std::unique_ptr<char[]> memory_;
  std::vector<Entry> entries_;  // by hash of the request
  Moment moment_;
  std::uint64_t first_ = 1;  // byte of this moment
  std::uint64_t end_ = 1;
};

}  // namespace talentmatch
