#pragma once

#include <cstdint>
#include <string>

#include "engine/market/snapshot.hpp"
#include "storage/store/store_figures.hpp"

namespace talentmatch {

struct RunFigures {
  std::uint64_t waiting = 0;
  int running = 0;   // 0 or 1
  int progress = 0;  // of the one that runs, 0…1000
};

// How the service fares, for whoever watches it.
struct ServiceFigures {
  std::string version;       // of the data
  std::int64_t changed = 0;  // when they last changed or were loaded, seconds since 1970
  MarketCounts counts;
  std::uint64_t graduate_segments = 0;
  std::uint64_t posting_segments = 0;
  std::uint64_t writes_waiting = 0;
  std::uint64_t imports_running = 0;
  std::uint64_t import_lines = 0;   // read since the start
  bool erasure_unfinished = false;  // a person's bytes may still be on the disk
  RunFigures runs;
  StoreFigures store;
};

}  // namespace talentmatch
