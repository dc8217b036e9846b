#include "tests/support/seeds.hpp"

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

}  // namespace

std::vector<std::uint64_t> world_seeds(std::uint64_t run_seed, std::size_t usual) {
  if (const char* seed = std::getenv("TALENTMATCH_SEED")) return {std::stoull(seed)};
  const char* asked = std::getenv("TALENTMATCH_WORLDS");
  std::vector<std::uint64_t> seeds(asked != nullptr ? std::stoull(asked) : usual / kSlowdown);
  std::mt19937_64 engine(run_seed);
  for (auto& seed : seeds) seed = engine();
  return seeds;
}

}  // namespace talentmatch::testing
