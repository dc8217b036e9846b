#pragma once
// What of the tiers still takes anybody, by the level of the graduates who ask: all of a major and a level
// have one E at a common posting, so its cutoff says how good a place in the lottery it takes. Made anew now
// and then; what is out of date only holds more than it need.

#include <cstdint>
#include <span>
#include <vector>

#include "engine/placement/scores/posting_tiers.hpp"
#include "engine/placement/short_cutoffs.hpp"
#include "engine/ranking/point_tables.hpp"

namespace talentmatch {

struct OpenTier {
  PostingTier open;                 // takes some tails from the least of the last refresh on
  std::vector<ListedPosting> shut;  // takes only smaller ones
};

class OpenTiers {
 public:
  // Of the graduates' majors and levels only.
  OpenTiers(const PostingTiers& tiers, const Field& field, const Weights& weights, std::size_t wide);

  // `least` = no tail of those who have not asked yet is below it; it must not fall. Not while others read.
  // All threads.
  void refresh(const ShortCutoffs& cutoffs, std::uint32_t least);

  std::uint32_t least() const { return least_; }
  const OpenTier& of(TierId tier, Level level) const {
    return open_[place_[tier.number * kRanks + static_cast<std::size_t>(rank_of(level))]];
  }

 private:
  static constexpr std::size_t kRanks = 6;
  static constexpr std::uint32_t kNone = 0xFFFF'FFFF;

  struct Source {  // of a tier's postings, at first
    std::uint32_t tier = 0;
    int rank = 0;
  };

  void need(std::uint32_t tier, int rank);
  void fill(const Source& source, OpenTier& tier) const;
  void refresh(const Source& source, const ShortCutoffs& cutoffs, OpenTier& tier) const;

  const PostingTiers& tiers_;
  std::size_t wide_;
  PointTables points_;
  std::uint32_t least_ = 0;
  std::vector<std::uint32_t> place_;  // by tier and rank
  std::vector<Source> sources_;
  std::vector<OpenTier> open_;
};

}  // namespace talentmatch
