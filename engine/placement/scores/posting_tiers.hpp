#pragma once
// The common postings (no required certificates, no order class) that a major may be taken by, in a few
// tiers, so that a graduate's list is gone through in few and long runs: those nearest to the major, those
// that name no majors, those that are near, the rest of its category group. Each posting is met once.

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "engine/placement/scores/wish_index.hpp"

namespace talentmatch {

// Postings by region, and where those of any regions lie.
class PostingTier {
 public:
  // `wide` = how many make it worth while to be looked through region by region.
  void assign(std::span<const ListedPosting> by_region, std::size_t wide);

  std::span<const ListedPosting> all() const { return postings_; }
  bool is_wide() const { return !parts_.empty(); }
  // If wide.
  std::span<const ListedPosting> within(RegionRange regions) const;

 private:
  static constexpr std::uint32_t kPartRegions = 64;

  std::vector<ListedPosting> postings_;
  // Where those of regions [n kPartRegions, (n + 1) kPartRegions) begin; at last the end.
  std::vector<std::uint32_t> parts_;
};

struct TierId {
  std::uint32_t number = 0;   // of all tiers
  std::uint8_t affinity = 0;  // the best in it
  bool is_family = false;     // some of it lie in a better tier too: WishQuery::owns
};

class PostingTiers {
 public:
  static constexpr std::size_t kMost = 4;  // tiers of a major

  // Of these majors. O(n log n) in the postings near to each; all threads.
  PostingTiers(const WishIndex& index, std::span<const MajorId> majors, std::size_t wide);

  // The best affinity first; none empty.
  std::span<const TierId> of(MajorId major) const {
    const OfMajor& own = of_major_[index_of(major)];
    return std::span{own.tiers}.first(own.count);
  }
  const PostingTier& tier(std::uint32_t number) const { return tiers_[number]; }
  std::uint32_t size() const { return static_cast<std::uint32_t>(tiers_.size()); }

 private:
  class Maker;
  struct OfMajor {
    std::array<TierId, kMost> tiers{};
    std::size_t count = 0;
  };

  void add(MajorId major, TierId tier);

  std::vector<PostingTier> tiers_;
  std::vector<OfMajor> of_major_;
};

}  // namespace talentmatch
