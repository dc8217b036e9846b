#pragma once
// How many random worlds a test tries, and their seeds. TALENTMATCH_WORLDS sets the number of the largest
// test (usually 10,000; the others' in proportion), TALENTMATCH_SEED runs one world again.

#include <cstdint>
#include <vector>

namespace talentmatch::testing {

// `usual` in an optimised build, a tenth otherwise and under sanitizers.
std::vector<std::uint64_t> world_seeds(std::uint64_t run_seed, std::size_t usual);

}  // namespace talentmatch::testing
