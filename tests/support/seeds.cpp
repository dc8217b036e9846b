#include "tests/support/seeds.hpp"

#include <algorithm>
#include <cstdlib>
#include <random>
#include <string>

namespace talentmatch::testing {
namespace {

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__) || !defined(NDEBUG)
constexpr std::size_t kSlowdown = 10;
#elif defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
constexpr std::size_t kSlowdown = 10;
#else
constexpr std::size_t kSlowdown = 1;
#endif
#else
constexpr std::size_t kSlowdown = 1;
#endif

constexpr std::size_t kMainTest = 10'000;  // usual number of the largest test

}  // namespace

std::vector<std::uint64_t> world_seeds(std::uint64_t run_seed, std::size_t usual) {
  if (const char* seed = std::getenv("TALENTMATCH_SEED")) return {std::stoull(seed)};
  const char* asked = std::getenv("TALENTMATCH_WORLDS");
  const std::size_t count = asked != nullptr ? usual * std::stoull(asked) / kMainTest : usual / kSlowdown;
  std::vector<std::uint64_t> seeds(std::max<std::size_t>(1, count));
  std::mt19937_64 engine(run_seed);
  for (auto& seed : seeds) seed = engine();
  return seeds;
}

}  // namespace talentmatch::testing
