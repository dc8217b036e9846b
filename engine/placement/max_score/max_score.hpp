#pragma once
// Mode `max_score`: the placement with the greatest total of mutual scores on given lists, by an ε-auction
// with scaling (Bertsekas and Castañon, "A forward/reverse auction algorithm for asymmetric assignment
// problems", 1992), with the bound that proves how good it is. Nobody must be placed: to stay free counts 0.
//
// Prices of seats are the certificate: for any prices >= 0 no placement has a greater total than
// (Σ seats·price + Σ over graduates of max(0, score − price over their choices)); verification.hpp checks it.

#include <cstdint>
#include <span>
#include <vector>

#include "engine/model/error.hpp"
#include "engine/placement/choice_lists.hpp"
#include "engine/placement/run.hpp"

namespace talentmatch {

using Price = std::int64_t;

struct MaxScoreOptions {
  std::int64_t accepted_gap = 1'000;  // of MaxScorePlacement::gap(); 0 = the exact optimum
};

struct MaxScorePlacement {
  std::vector<std::uint32_t> postings{};  // by graduate; kUnplaced = none
  std::int64_t total = 0;                 // of mutual scores
  std::int64_t bound = 0;                 // no placement has a greater total
  std::vector<Price> prices{};  // by posting, in units of 1/scale points; of a posting without seats any
  Price scale = 1;
  std::uint64_t bids = 0;

  // (bound − total) / bound in millionths, rounded up; 0 = this is the optimum.
  std::int64_t gap() const { return bound == total ? 0 : ((bound - total) * 1'000'000 + bound - 1) / bound; }
};

// `seats` by posting, >= 0. One thread bids, so the result depends on the rows only; bound and tables use all
// cores. Each phase makes ε four times smaller and leaves a gap of at most ε a graduate, so the last one is
// exact. Memory: 16 bytes a choice. Error: cancelled.
Result<MaxScorePlacement> maximize_score(const ChoiceLists& lists, std::span<const std::int32_t> seats,
                                         const MaxScoreOptions& options,
                                         const PlacementControl& control = {});

}  // namespace talentmatch
