#pragma once
// Fitting the headcounts of a world to a wanted number of seats.

#include <cstdint>
#include <span>
#include <vector>

namespace talentmatch::world {

inline constexpr std::int32_t kAsDrawn = -1;

// `drawn`: headcount of each posting, kAsDrawn where it is not an open job and stays as it is. Gives new
// headcounts that add up to `target`: one seat each, the rest in proportion to the seats drawn beyond the
// first; with a target below one seat each, some get 0 and are to be closed.
std::vector<std::int32_t> fit_seats(std::span<const std::int32_t> drawn, std::uint64_t target);

}  // namespace talentmatch::world
