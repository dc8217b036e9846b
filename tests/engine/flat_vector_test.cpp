#include "engine/memory/flat_vector.hpp"

#include <cstdint>
#include <cstdio>
#include <fstream>
#include <numeric>
#include <string>

#include <catch2/catch.hpp>

using namespace talentmatch;

namespace {

constexpr std::size_t kHugePage = std::size_t{2} << 20U;

std::uintptr_t address(const void* block) {
  return reinterpret_cast<std::uintptr_t>(block);
}

// Is the mapping that the address lies in to have huge pages? By the flags in /proc/self/smaps.
bool wants_huge_pages(const void* block) {
  std::ifstream maps("/proc/self/smaps");
  bool inside = false;
  for (std::string line; std::getline(maps, line);) {
    std::uintptr_t first = 0;
    std::uintptr_t last = 0;
    if (std::sscanf(line.c_str(), "%lx-%lx ", &first, &last) == 2) {
      inside = first <= address(block) && address(block) < last;
    } else if (inside && line.starts_with("VmFlags:")) {
      return line.find(" hg") != std::string::npos;
    }
  }
  return false;
}

}  // namespace

TEST_CASE("a flat vector keeps its values while it grows into huge pages and shrinks out of them") {
  FlatVector<std::uint32_t> numbers;
  constexpr std::uint32_t kCount = 2'000'000;  // 8 MB
  for (std::uint32_t i = 0; i < kCount; ++i) numbers.push_back(i);
  CHECK(address(numbers.data()) % kHugePage == 0);
  const FlatVector<std::uint32_t> copy = numbers;
  CHECK(copy == numbers);
  numbers.resize(1000);
  numbers.shrink_to_fit();
  FlatVector<std::uint32_t> first(1000);
  std::iota(first.begin(), first.end(), 0U);
  CHECK(numbers == first);
  numbers = copy;
  CHECK(numbers == copy);
  CHECK(copy.back() == kCount - 1);
}

TEST_CASE("a large block asks for huge pages, a small one does not") {
  if (!std::ifstream("/sys/kernel/mm/transparent_hugepage/enabled")) {
    WARN("skipped: this kernel has no transparent huge pages");
    return;
  }
  const FlatString large(3 * kHugePage, 'x');
  CHECK(wants_huge_pages(large.data()));
  const FlatString small(kHugePage / 2, 'x');
  CHECK_FALSE(wants_huge_pages(small.data()));
}
