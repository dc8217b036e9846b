#pragma once
// What a graduate's request asks of any posting, as tables made once per request: then a posting costs a few
// loads.

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "engine/market/snapshot.hpp"
#include "engine/ranking/evaluation.hpp"
#include "engine/ranking/filter.hpp"
#include "engine/ranking/region_table.hpp"

namespace talentmatch {

class GraduateQuery {
 public:
  // Reuses its memory from one request to the next.
  void fill(const Snapshot& snapshot, const GraduateFacts& graduate, const RankOptions& options,
            const PostingFilter& filter);

  // Gates and filters that need only the posting's fixed part.
  bool passes(const PostingRow& row) const {
    return row.posted <= as_of && row.closes >= as_of && (kinds & kind_bit(row.kind)) != 0 &&
           (ranks >> row.min_rank & 1U) != 0 && fresh[static_cast<std::size_t>(row.fresh)] &&
           regions.nearness(row.region) != Nearness::excluded;
  }
  // The graduate's best tie with the employer, 0 if none or if ties have no weight.
  std::int32_t tie(Slot employer) const { return tie_values_[employer]; }
  std::span<const Slot> tied_employers() const { return tied_; }
  // Valid certificates, each at its highest level.
  std::span<const CertificateLevelPair> holdings() const { return holdings_; }
  bool holds(CertificateId certificate) const;

  Scores score(std::int32_t affinity, std::int32_t certificates, std::int32_t level, std::int32_t region,
               std::int32_t pay, std::int32_t tie) const {
    const auto e = points(weights.employer[0], affinity) + points(weights.employer[1], certificates) +
                   points(weights.employer[2], level) + points(weights.employer[3], tie);
    const auto s = points(weights.graduate[0], region) + points(weights.graduate[1], affinity) +
                   points(weights.graduate[2], pay) + points(weights.graduate[3], tie);
    return {.employer_view = e,
            .graduate_view = s,
            .mutual = perspective == Perspective::mutual ? mutual_score(e, s) : 0};
  }

  GraduateFacts graduate;
  std::span<const std::uint8_t> affinities;
  RegionTable regions;
  Weights weights;
  Perspective perspective{};
  Date as_of;
  KindSet kinds = 0;
  std::uint8_t ranks = 0;       // bit per min_rank that the graduate reaches and the filter lets pass
  std::array<bool, 3> fresh{};  // by FreshGraduates
  std::array<std::int32_t, 6> level_values{};  // by min_rank

 private:
  void fill_regions(const Snapshot& snapshot, const RankOptions& options, const PostingFilter& filter);
  void fill_holdings(Date day);
  void fill_ties(const Snapshot& snapshot);

  std::vector<CertificateLevelPair> holdings_;
  std::vector<std::uint8_t> tie_values_;
  std::vector<Slot> tied_;
};

}  // namespace talentmatch
