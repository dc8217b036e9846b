#pragma once
// glibc keeps an arena a thread, and the larger the blocks that were freed, the larger those that it keeps:
// after a few imports of everything a server would hold three times the memory that it uses.

#include <malloc.h>

namespace talentmatch {

// Before other threads start.
inline void give_freed_memory_back() {
#ifdef __GLIBC__
  constexpr int kArenas = 4;
  constexpr int kMapped = 2 << 20;  // bytes; from here on a block is the system's again when it is freed
  mallopt(M_ARENA_MAX, kArenas);
  mallopt(M_MMAP_THRESHOLD, kMapped);
#endif
}

}  // namespace talentmatch
