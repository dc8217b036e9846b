#pragma once
// The cutoffs of postings once more in 32 bits, so that those of all fit a core's cache: a graduate's claim
// that is above one has no chance there. Cutoffs only tighten, so an old one is only less use. Any thread,
// no lock.

#include <atomic>
#include <bit>
#include <cstdint>
#include <vector>

#include "engine/placement/claims.hpp"
#include "engine/placement/proposals.hpp"

namespace talentmatch {

// A claim as order (1000 - E) and tail (local, the place in the lottery or what of it fits): a <= b as claims
// gives a <= b in short.
class ShortClaims {
 public:
  static constexpr unsigned kTailBits = 22;
  static constexpr std::uint32_t kTails = (1U << kTailBits) - 1;

  explicit ShortClaims(std::uint32_t graduates)
      : shift_(std::bit_width(graduates) > kPlaceBits
                   ? static_cast<unsigned>(std::bit_width(graduates)) - kPlaceBits
                   : 0) {}

  std::uint32_t of(Claim claim) const {
    if (claim == kAnyClaim) return 0xFFFF'FFFF;
    const auto place = static_cast<std::uint32_t>(claim) >> shift_;
    return Claims::order_of(claim) << kTailBits |
           static_cast<std::uint32_t>(claim >> 32U & 1U) << kPlaceBits | place;
  }

 private:
  static constexpr unsigned kPlaceBits = kTailBits - 1;

  unsigned shift_;
};

class ShortCutoffs {
 public:
  ShortCutoffs(std::uint32_t graduates, const Cutoffs& cutoffs, std::uint32_t postings)
      : shorten_(graduates), cutoffs_(postings) {
    for (std::uint32_t p = 0; p < postings; ++p) tighten(p, cutoffs.of(p, true));
  }

  std::uint32_t shorten(Claim claim) const { return shorten_.of(claim); }
  // `weakest` = the worst claim that the posting takes from anybody.
  void tighten(std::uint32_t posting, Claim weakest) {
    cutoffs_[posting].store(shorten_.of(weakest), std::memory_order_relaxed);
  }
  std::uint32_t of(std::uint32_t posting) const { return cutoffs_[posting].load(std::memory_order_relaxed); }
  void fetch(std::uint32_t posting) const { __builtin_prefetch(&cutoffs_[posting]); }

 private:
  ShortClaims shorten_;
  std::vector<std::atomic<std::uint32_t>> cutoffs_;
};

}  // namespace talentmatch
