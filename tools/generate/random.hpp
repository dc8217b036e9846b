#pragma once
// The generator's own source of chance. std:: distributions differ between standard libraries, so everything
// here is integer arithmetic: the same seed gives the same bytes on every compiler and machine.
// Algorithm: xoshiro256** 1.0, seeded through splitmix64 (D. Blackman, S. Vigna; public domain).

#include <array>
#include <bit>
#include <cstdint>

namespace talentmatch::world {

using Share = std::uint32_t;  // parts of 10,000

// What a sequence is for. Each has its own (seed, stream, index), so records can be made in any order.
enum class Stream : std::uint8_t {
  school,
  employer,
  employer_status,
  employer_record,
  tie,
  tie_record,
  graduate,
  posting
};

constexpr std::uint64_t splitmix64(std::uint64_t& state) {
  std::uint64_t z = (state += 0x9e3779b97f4a7c15U);
  z = (z ^ (z >> 30U)) * 0xbf58476d1ce4e5b9U;
  z = (z ^ (z >> 27U)) * 0x94d049bb133111ebU;
  return z ^ (z >> 31U);
}

class Random {
 public:
  constexpr Random(std::uint64_t seed, Stream stream, std::uint64_t index) {
    std::uint64_t mixed = splitmix64(seed) ^ (static_cast<std::uint64_t>(stream) << 56U) ^ index;
    for (auto& word : state_) word = splitmix64(mixed);
  }

  constexpr std::uint64_t next() {
    const std::uint64_t result = std::rotl(state_[1] * 5U, 7) * 9U;
    const std::uint64_t shifted = state_[1] << 17U;
    state_[2] ^= state_[0];
    state_[3] ^= state_[1];
    state_[1] ^= state_[2];
    state_[0] ^= state_[3];
    state_[2] ^= shifted;
    state_[3] = std::rotl(state_[3], 45);
    return result;
  }

  // 0 … bound-1. The remainder's bias is below bound / 2^64.
  constexpr std::uint64_t below(std::uint64_t bound) { return next() % bound; }
  constexpr std::int32_t between(std::int32_t first, std::int32_t last) {
    return first + static_cast<std::int32_t>(below(static_cast<std::uint64_t>(last - first) + 1U));
  }
  constexpr bool chance(Share share) { return below(10'000) < share; }

 private:
  std::array<std::uint64_t, 4> state_{};
};

}  // namespace talentmatch::world
