#pragma once
// What makes a change durable. The market is changed only after `commit` has returned, so a replicated log
// can stand in for the local store.

#include <cstdint>
#include <span>
#include <string>

#include "engine/model/error.hpp"
#include "engine/model/vocabulary.hpp"

namespace talentmatch {

struct JournalEntry {
  Collection collection{};
  std::string id;
  std::string value;  // the record as canonical JSON; empty = remove
};

class Journal {
 public:
  virtual ~Journal() = default;
  // All entries or none; on return they survive a crash. Gives the number of the commit, rising by one each
  // time. Errors: no_space, io_error. One caller at a time.
  virtual Result<std::uint64_t> commit(std::span<const JournalEntry> entries) = 0;
};

}  // namespace talentmatch
