#pragma once
// What a graduate's request asks of any posting, as tables made once per request: then a posting costs a few
// loads.

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "engine/market/snapshot.hpp"
#include "engine/ranking/evaluation.hpp"
#include "engine/ranking/filter.hpp"
#include "engine/ranking/point_tables.hpp"
#include "engine/ranking/posting_digest.hpp"
#include "engine/ranking/region_values.hpp"

namespace talentmatch {

// What the major gate asks beyond an affinity above 0, of a strict posting and of an internship.
bool fails_major_gate(const Catalog& catalog, MajorId major, bool strict, PostingKind kind,
                      std::span<const EntryId> accepted);

class GraduateQuery {
 public:
  // Reuses its memory from one request to the next.
  void fill(const Snapshot& snapshot, const GraduateFacts& graduate, const RankOptions& options,
            const PostingFilter& filter);

  // Gates and filters that need only the posting's fixed part.
  bool passes(const PostingRow& row) const {
    return row.posted <= as_of && row.closes >= as_of && (kinds & kind_bit(row.kind)) != 0 &&
           (ranks >> row.min_rank & 1U) != 0 && fresh[static_cast<std::size_t>(row.fresh)] &&
           !regions.excludes(row.region);
  }
  // The same of a digest, as far as it knows: E's points for the level, -1 if a gate fails.
  std::int32_t level_points(std::uint8_t traits) const { return level_points_[traits & 127U]; }
  // The most that any of these min_ranks (a bit each) gives, -1 if none passes.
  std::int32_t best_level_points(std::uint8_t asked) const { return best_level_points_[asked]; }
  // At least S's points for the pay of a digest's offer.
  std::int32_t pay_points(std::uint16_t offer) const {
    if (offer == 0 || graduate.expected_pay == 0) return points.pay(50);
    const auto value = offer == 0xFFFF ? 100 : static_cast<std::int32_t>(offer * pay_factor_ >> 32U);
    return points.pay(std::min(100, value));
  }
  // The graduate's best tie with the employer, 0 if none or if ties have no weight.
  std::int32_t tie(Slot employer) const { return tie_values_[employer]; }
  std::span<const Slot> tied_employers() const { return tied_; }
  // Valid certificates, each at its highest level.
  std::span<const CertificateLevelPair> holdings() const { return holdings_; }
  bool holds(CertificateId certificate) const { return level_held(certificate) != 0; }
  std::int32_t level_held(CertificateId certificate) const;  // 0 = not held
  // Of a posting that asks for some: -1 if a required one is not held.
  std::int32_t certificate_value(std::span<const CertificateLevelPair> required,
                                 std::span<const CertificateLevelPair> preferred) const;
  // The first that it asks for and the graduate holds.
  std::optional<CertificateId> first_held(std::span<const CertificateLevelPair> required,
                                          std::span<const CertificateLevelPair> preferred) const;
  Scores score(std::int32_t affinity, std::int32_t certificates, std::int32_t level, std::int32_t region,
               std::int32_t pay, std::int32_t tie) const {
    const auto e = points.e_major(affinity) + points.certificates(certificates) + points.level(level) +
                   points.e_tie(tie);
    const auto s = points.region(region) + points.s_major(affinity) + points.pay(pay) + points.s_tie(tie);
    return {.employer_view = e,
            .graduate_view = s,
            .mutual = perspective == Perspective::mutual ? mutual_score(e, s) : 0};
  }

  GraduateFacts graduate;
  std::span<const std::uint8_t> affinities;
  RegionValues regions;
  Weights weights;
  PointTables points;
  Perspective perspective{};
  Date as_of;
  KindSet kinds = 0;
  std::uint8_t ranks = 0;       // bit per min_rank that the graduate reaches and the filter lets pass
  std::array<bool, 3> fresh{};  // by FreshGraduates
  std::array<std::int32_t, 6> level_values{};  // by min_rank

 private:
  void fill_regions(const Snapshot& snapshot, const RankOptions& options, const PostingFilter& filter);
  void fill_digest_tables();
  void fill_holdings(Date day);
  void fill_ties(const Snapshot& snapshot);

  std::array<std::int32_t, kPostingTraits / 2> level_points_{};
  std::array<std::int32_t, 64> best_level_points_{};
  std::uint64_t pay_factor_ = 0;  // value of a unit of offer, times 2^32, rounded up
  std::vector<CertificateLevelPair> holdings_;
  std::vector<std::uint8_t> tie_values_;
  std::vector<Slot> tied_;
};

}  // namespace talentmatch
