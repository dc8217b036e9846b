#pragma once
// What a finished run leaves open to its graduates: the lists of all in their tiers, and of them the part
// that the run's cutoffs do not close. Does not change; any thread may read it.

#include <span>

#include "engine/placement/scores/open_tiers.hpp"
#include "engine/placement/scores/wish_search.hpp"

namespace talentmatch {

class OpenWishes {
 public:
  // `cutoffs`: by posting, the worst claim that it still takes. Both outlive it. All threads.
  OpenWishes(const PlacementResult& result, const Claims& claims, std::span<const Claim> cutoffs,
             std::size_t wide_tier);
  OpenWishes(const OpenWishes&) = delete;
  OpenWishes& operator=(const OpenWishes&) = delete;

  WishContext context() const;
  // Of the postings that take a graduate by these cutoffs. Each thread has its own; it must not outlive this.
  WishSearch search() const { return {context(), cutoffs_, short_cutoffs_, open_}; }

 private:
  const PlacementResult& result_;
  const Claims& claims_;
  WishIndex index_;
  PostingTiers tiers_;
  Cutoffs cutoffs_;
  ShortCutoffs short_cutoffs_;
  OpenTiers open_;
};

}  // namespace talentmatch
