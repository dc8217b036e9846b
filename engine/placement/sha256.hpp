#pragma once
// SHA-256 (FIPS 180-4) of a short text: the lottery's only need, so no library.

#include <array>
#include <cstdint>
#include <string_view>

namespace talentmatch {

// The eight words of the digest, the first holds its first four bytes. O(length), any thread.
std::array<std::uint32_t, 8> sha256(std::string_view text);

}  // namespace talentmatch
