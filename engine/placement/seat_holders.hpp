#pragma once
// The choice of one posting among all who ever asked it, one at a time: reserved seats first, by members in
// the posting's order; then the open ones, by all. A reserved seat without a member is lent to all (soft) or
// stays empty (hard). Substitutable and size-monotone, so whoever is turned away never comes back, and the
// cutoffs only tighten. O(log seats) an offer.

#include <algorithm>
#include <cstdint>
#include <utility>
#include <vector>

#include "engine/placement/contest.hpp"

namespace talentmatch {

class SeatHolders {
 public:
  // Who has to leave for it: kNoClaim = nobody, the claim itself = it is turned away.
  Claim offer(Claim claim, bool member, const SeatTerms& terms, bool hard) {
    if (member && terms.reserved > 0) {
      if (reserved_.size() < size(terms.reserved)) {
        push(reserved_, claim);
        return open_.size() > open_seats(terms, hard) ? pop(open_) : kNoClaim;
      }
      if (claim < reserved_.front()) claim = replace(reserved_, claim);
    }
    if (open_.size() < open_seats(terms, hard)) return push(open_, claim), kNoClaim;
    return !open_.empty() && claim < open_.front() ? replace(open_, claim) : claim;
  }

  // The worst claim that is still taken: of one outside the group, of a member.
  Claim open_cutoff(const SeatTerms& terms, bool hard) const {
    if (open_.size() < open_seats(terms, hard)) return kAnyClaim;
    return open_.empty() ? kNoClaim : open_.front();
  }
  Claim member_cutoff(const SeatTerms& terms, bool hard) const {
    const Claim open = open_cutoff(terms, hard);
    if (terms.reserved == 0) return open;
    if (reserved_.size() < size(terms.reserved)) return kAnyClaim;
    return std::max(open, reserved_.front());
  }

  template <class F>
  void for_each(F&& f) const {
    for (const Claim claim : reserved_) f(claim);
    for (const Claim claim : open_) f(claim);
  }

 private:
  static std::size_t size(std::int32_t n) { return static_cast<std::size_t>(n); }
  std::size_t open_seats(const SeatTerms& terms, bool hard) const {
    return size(terms.seats) - (hard ? size(terms.reserved) : reserved_.size());
  }
  static void push(std::vector<Claim>& heap, Claim claim) {
    heap.push_back(claim);
    std::ranges::push_heap(heap);
  }
  static Claim pop(std::vector<Claim>& heap) {
    std::ranges::pop_heap(heap);
    const Claim worst = heap.back();
    heap.pop_back();
    return worst;
  }
  static Claim replace(std::vector<Claim>& heap, Claim claim) {
    const Claim worst = pop(heap);
    push(heap, claim);
    return worst;
  }

  std::vector<Claim> reserved_;  // heaps, the worst claim on top
  std::vector<Claim> open_;
};

}  // namespace talentmatch
