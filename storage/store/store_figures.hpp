#pragma once

#include <cstdint>

namespace talentmatch {

// How the store fares, for whoever watches it.
struct StoreFigures {
  std::uint64_t commits = 0;           // number of the last one
  std::uint64_t table_bytes = 0;       // on disk, without the log
  std::uint64_t memtable_bytes = 0;    // in memory, not yet in tables
  std::uint64_t compaction_bytes = 0;  // that wait to be merged
  std::uint64_t compactions = 0;       // under way
  std::uint64_t flushes = 0;           // under way
  std::uint64_t background_errors = 0;
};

}  // namespace talentmatch
