#include "engine/ranking/options.hpp"

#include <algorithm>
#include <numeric>

namespace talentmatch {
namespace {

bool valid(const std::array<std::int32_t, 4>& weights) {
  const bool in_range = std::ranges::all_of(weights, [](std::int32_t w) { return w >= 0 && w <= 1000; });
  return in_range && std::accumulate(weights.begin(), weights.end(), 0) == 1000;
}

}  // namespace

Result<void> check(const Weights& weights) {
  const auto refuse = [](std::string_view view) {
    return fail(
        {.code = ErrorCode::invalid_weights, .field = std::string(view), .detail = "0…1000 each, sum 1000"});
  };
  if (!valid(weights.employer)) return refuse("weights.employer");
  if (!valid(weights.graduate)) return refuse("weights.graduate");
  return {};
}

}  // namespace talentmatch
