#pragma once
// From how many rows on a finer structure pays. Any values give the same answers; tests use small ones to
// reach every path in small worlds.

#include <cstddef>

namespace talentmatch {

struct IndexTuning {
  std::size_t indexed_rows = 4096;    // a segment gets an index and is merged only in the background
  std::size_t grouped_rows = 512;     // an employer's or a certificate's list is grouped like the whole
  std::size_t celled_rows = 24;       // a group is also arranged by area
  std::size_t split_by_level = 64;    // a key's rows are grouped by level and kind
  std::size_t split_by_offer = 1024;  // and by pay
};

}  // namespace talentmatch
