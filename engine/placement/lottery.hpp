#pragma once
// One draw for all postings: SHA-256(decimal seed, 0x0A, graduate id), its first eight bytes as a big-endian
// number, smaller is better; equal numbers go by id. Anybody can check it with a command line.

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "engine/placement/field.hpp"

namespace talentmatch {

std::uint64_t lottery_number(std::uint64_t seed, std::string_view graduate);

struct Lottery {
  std::vector<std::uint64_t> numbers;    // by graduate of the field
  std::vector<std::uint32_t> graduates;  // by place, the best first
};

// Graduates by place, of their numbers. O(n log n), parallel.
std::vector<std::uint32_t> lottery_order(std::span<const std::uint64_t> numbers);

// O(n log n), parallel.
Lottery draw(const Field& field, std::uint64_t seed);

}  // namespace talentmatch
