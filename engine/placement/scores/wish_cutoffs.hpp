#pragma once
// The cutoffs of postings once more beside the cards, each in 32 bits: a graduate's claim that is above one
// has no chance there. Cutoffs only tighten, so an old one is only less use. Any thread, no lock.

#include <atomic>
#include <bit>
#include <cstdint>
#include <vector>

#include "engine/placement/claims.hpp"
#include "engine/placement/proposals.hpp"
#include "engine/placement/scores/wish_index.hpp"

namespace talentmatch {

// E and the place in the lottery, or what of the place fits: a <= b as claims gives a <= b in short.
class ShortClaims {
 public:
  explicit ShortClaims(std::uint32_t graduates)
      : shift_(std::bit_width(graduates) > kPlaceBits
                   ? static_cast<unsigned>(std::bit_width(graduates)) - kPlaceBits
                   : 0) {}

  std::uint32_t of(Claim claim) const {
    if (claim == kAnyClaim) return 0xFFFF'FFFF;
    const auto place = static_cast<std::uint32_t>(claim) >> shift_;
    return Claims::order_of(claim) << (kPlaceBits + 1) |
           static_cast<std::uint32_t>(claim >> 32U & 1U) << kPlaceBits | place;
  }

 private:
  static constexpr unsigned kPlaceBits = 21;

  unsigned shift_;
};

class WishCutoffs {
 public:
  static constexpr std::uint32_t kBlock = 16;  // cards

  WishCutoffs(const Field& field, const WishIndex& index, const Cutoffs& cutoffs)
      : index_(index),
        shorten_(field.graduates()),
        of_card_(index.size()),
        of_block_(of_card_.size() / kBlock + 1) {
    for (auto& cutoff : of_card_) cutoff.store(kOpen, std::memory_order_relaxed);
    for (auto& cutoff : of_block_) cutoff.store(kOpen, std::memory_order_relaxed);
    for (std::uint32_t p = 0; p < field.postings(); ++p) tighten(p, cutoffs.of(p, true));
  }

  std::uint32_t shorten(Claim claim) const { return shorten_.of(claim); }
  // `weakest` = the worst claim that the posting takes from anybody.
  void tighten(std::uint32_t posting, Claim weakest) {
    const auto cutoff = shorten_.of(weakest);
    for (const auto place : index_.places(posting)) of_card_[place].store(cutoff, std::memory_order_relaxed);
  }
  std::uint32_t of(std::uint32_t place) const { return of_card_[place].load(std::memory_order_relaxed); }
  // No card of the block takes a claim above it.
  std::uint32_t of_block(std::uint32_t block) const {
    return of_block_[block].load(std::memory_order_relaxed);
  }
  void note_block(std::uint32_t block, std::uint32_t weakest) {
    of_block_[block].store(weakest, std::memory_order_relaxed);
  }

 private:
  static constexpr std::uint32_t kOpen = 0xFFFF'FFFF;

  const WishIndex& index_;
  ShortClaims shorten_;
  std::vector<std::atomic<std::uint32_t>> of_card_;
  std::vector<std::atomic<std::uint32_t>> of_block_;
};

}  // namespace talentmatch
