#include "engine/memory/flat_vector.hpp"

#include <new>

#include <sys/mman.h>

namespace talentmatch {
namespace {

constexpr std::size_t kHugePage = std::size_t{2} << 20U;

}  // namespace

void* allocate_flat(std::size_t bytes) {
  if (bytes < kHugePage) return ::operator new(bytes);
  void* block = ::operator new(bytes, std::align_val_t{kHugePage});
  (void)madvise(block, bytes, MADV_HUGEPAGE);  // a wish; refused, the pages are the usual ones
  return block;
}

void free_flat(void* block, std::size_t bytes) noexcept {
  if (bytes < kHugePage) {
    ::operator delete(block, bytes);
  } else {
    ::operator delete(block, bytes, std::align_val_t{kHugePage});
  }
}

}  // namespace talentmatch
