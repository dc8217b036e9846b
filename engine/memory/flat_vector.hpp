#pragma once
// Vectors for the large columns that queries jump about in. A query is some hundred cache misses, and with
// pages of 4 KiB most of them miss the processor's page table, too: what is large enough asks the system for
// pages of 2 MiB (Linux: madvise, transparent huge pages). Where it has none to give, nothing else changes.

#include <cstddef>
#include <string>
#include <vector>

namespace talentmatch {

// Below 2 MiB the same as operator new. Throws std::bad_alloc.
void* allocate_flat(std::size_t bytes);
void free_flat(void* block, std::size_t bytes) noexcept;

template <class T>
struct FlatAllocator {
  using value_type = T;

  FlatAllocator() = default;
  template <class Other>
  FlatAllocator(const FlatAllocator<Other>&) noexcept {}  // NOLINT(google-explicit-constructor): rebinding

  T* allocate(std::size_t count) { return static_cast<T*>(allocate_flat(count * sizeof(T))); }
  void deallocate(T* block, std::size_t count) noexcept { free_flat(block, count * sizeof(T)); }
  bool operator==(const FlatAllocator&) const = default;
};

template <class T>
using FlatVector = std::vector<T, FlatAllocator<T>>;
using FlatString = std::basic_string<char, std::char_traits<char>, FlatAllocator<char>>;

}  // namespace talentmatch
