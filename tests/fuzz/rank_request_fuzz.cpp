// First byte: the side; then either a JSON object of options or lines of name=value. What is accepted is
// within the limits that the ranking relies on.

#include <algorithm>
#include <numeric>

#include "storage/codec/rank_request.hpp"
#include "tests/fuzz/fuzz.hpp"

namespace talentmatch::fuzz {
namespace {

Result<void> set_lines(RankRequest& request, Side side, std::string_view lines) {
  while (!lines.empty()) {
    const std::string_view line = lines.substr(0, lines.find('\n'));
    lines.remove_prefix(std::min(lines.size(), line.size() + 1));
    const std::size_t equals = std::min(line.find('='), line.size());
    const std::string_view value = line.substr(std::min(line.size(), equals + 1));
    if (auto good = set_option(request, side, line.substr(0, equals), value, catalog()); !good) return good;
  }
  return {};
}

bool sums_up(const std::array<std::int32_t, 4>& weights) {
  return std::accumulate(weights.begin(), weights.end(), 0) == 1000 && std::ranges::min(weights) >= 0;
}

void check_limits(const RankOptions& options) {
  require(options.k >= 1 && options.k <= 1000);
  require(options.min_score >= 0 && options.min_score <= 1000);
  require(sums_up(options.weights.employer) && sums_up(options.weights.graduate));
  require(!options.kinds || *options.kinds != 0);
  require(!options.max_per_employer || *options.max_per_employer >= 1);
  require(options.exclude.size() <= 10'000 && options.regions.size() <= 1000);
  require(!options.after || (options.after->score >= 0 && options.after->score <= 1000));
}

void check(Side side, std::string_view text) {
  RankRequest request;
  const auto good = text.starts_with('{') ? set_options_from_json(request, side, text, catalog())
                                          : set_lines(request, side, text);
  if (!good) {
    require(good.error().value.size() <= 64);
    return;
  }
  if (talentmatch::check(request, side)) check_limits(request.options);
}

}  // namespace
}  // namespace talentmatch::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace talentmatch;
  if (size == 0) return 0;
  const Side side = data[0] % 2 == 0 ? Side::postings : Side::graduates;
  fuzz::check(side, fuzz::text(data + 1, size - 1));
  return 0;
}
