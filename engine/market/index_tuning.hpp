#pragma once
// From how many rows on a finer structure pays. Any values give the same answers; tests use small ones to
// reach every path in small worlds.

#include <cstddef>

namespace talentmatch {

struct IndexTuning {
  std::size_t indexed_rows = 4096;  // a segment gets an index and is merged only in the background
  std::size_t block_rows = 16;      // digests of the index that share a summary
  std::size_t many_tied = 8000;     // graduates at tied schools are not searched apart from the others
};

}  // namespace talentmatch
