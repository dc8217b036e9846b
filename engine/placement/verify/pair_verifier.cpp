#include "engine/placement/verify/pair_verifier.hpp"

#include <functional>

#include <tbb/blocked_range.h>
#include <tbb/parallel_reduce.h>

#include "engine/ranking/ranker.hpp"

namespace talentmatch::verify {

Verification verify_pairs(const Field& field, std::span<const Assignment> assignments, const PairSet& bans,
                          const Weights& weights, Date as_of, bool gates) {
  const auto allowed = [&](std::uint32_t g, const Assignment& got) {
    const GraduateFacts graduate = field.graduate(g);
    const PostingFacts posting = field.posting(got.posting);
    const auto context = pair_context(field.snapshot(), graduate, posting, as_of);
    const Scores both = scores(component_values(graduate, posting, context), weights);
    return !bans.has(g, got.posting) && both.employer_view == got.employer_view &&
           both.graduate_view == got.graduate_view &&
           (!gates || failed_gates(graduate, posting, context).empty());
  };
  using Range = tbb::blocked_range<std::uint32_t>;
  const auto look = [&](const Range& range, Verification sum) {
    for (auto g = range.begin(); g != range.end(); ++g) {
      if (assignments[g].posting != kUnplaced && !allowed(g, assignments[g])) ++sum.gate_failures;
    }
    return sum;
  };
  Verification found = tbb::parallel_reduce(Range(0, field.graduates()), Verification{}, look, std::plus<>{});
  std::vector<std::int32_t> taken(field.postings());
  for (const Assignment& got : assignments) {
    if (got.posting != kUnplaced) ++taken[got.posting];
  }
  for (std::uint32_t p = 0; p < taken.size(); ++p) {
    found.over_capacity += taken[p] > field.seats(p) ? 1U : 0U;
  }
  return found;
}

}  // namespace talentmatch::verify
