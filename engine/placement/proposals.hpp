#pragma once
// Graduate-proposing deferred acceptance (Gale and Shapley 1962; with choice functions Hatfield and Milgrom
// 2005): each graduate asks their postings in order, each posting keeps the best, who is turned away asks on.
// The outcome does not depend on who asks when, so any number of threads may ask at once. One byte locks a
// posting; its cutoff is read before without it: cutoffs only tighten, so an old one never keeps out anybody
// who could get in.
//
// A Source gives the lists: `worker()` makes a worker's own scratch; `next(g, worker)` is the next posting
// that g asks with g's claim, none at the end; `tightened(p, claim)` is told the worst claim that posting p
// now takes from anybody. All that a source keeps of g belongs to the thread that asks for g; it changes
// hands under the lock of a posting.

#include <atomic>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <vector>

#include "engine/memory/flat_vector.hpp"
#include "engine/placement/contest.hpp"
#include "engine/placement/in_order.hpp"
#include "engine/placement/seat_holders.hpp"

namespace talentmatch {

struct Proposal {
  std::uint32_t posting = 0;
  Claim claim = kNoClaim;
};

// The worst claim that each posting still takes. Reading needs no lock.
class Cutoffs {
 public:
  explicit Cutoffs(std::span<const SeatTerms> terms) : cutoffs_(terms.size()) {
    for (std::size_t p = 0; p < terms.size(); ++p) {
      const Claim start = terms[p].seats > 0 ? kAnyClaim : kNoClaim;
      set(static_cast<std::uint32_t>(p), start, start);
    }
  }
  Claim of(std::uint32_t posting, bool member) const {
    const Pair& pair = cutoffs_[posting];
    return (member ? pair.member : pair.open).load(std::memory_order_relaxed);
  }
  void set(std::uint32_t posting, Claim open, Claim member) {
    cutoffs_[posting].open.store(open, std::memory_order_relaxed);
    cutoffs_[posting].member.store(member, std::memory_order_relaxed);
  }

 private:
  struct Pair {
    std::atomic<Claim> open;
    std::atomic<Claim> member;
  };
  FlatVector<Pair> cutoffs_;
};

class Proposals {
 public:
  explicit Proposals(const ContestTerms& contest)
      : contest_(contest),
        cutoffs_(contest.terms),
        holders_(contest.terms.size()),
        locks_(contest.terms.size()) {}

  const Cutoffs& cutoffs() const { return cutoffs_; }
  const SeatHolders& holders(std::uint32_t posting) const { return holders_[posting]; }

  std::vector<ClaimLimits> limits() const {
    std::vector<ClaimLimits> limits(contest_.terms.size());
    for (std::uint32_t p = 0; p < limits.size(); ++p) {
      limits[p] = {.open = cutoffs_.of(p, false), .member = cutoffs_.of(p, true)};
    }
    return limits;
  }

  // All of `graduates` ask; starting with the strong ones saves the most turning away. False: cancelled.
  template <class Source>
  bool run(Source& source, std::span<const std::uint32_t> graduates, const PlacementControl& control) {
    return for_each_in_order(graduates.size(), control, [&] {
      return [this, &source, graduates, worker = source.worker()](std::size_t i) mutable {
        ask(source, worker, graduates[i]);
      };
    });
  }

 private:
  template <class Source, class Worker>
  void ask(Source& source, Worker& worker, std::uint32_t graduate) {
    while (const std::optional<Proposal> proposal = source.next(graduate, worker)) {
      const auto [posting, claim] = *proposal;
      const bool member = contest_.is_member(graduate);
      if (claim > cutoffs_.of(posting, member)) continue;
      const Claim leaving = offer(source, posting, claim, member);
      if (leaving == kNoClaim) return;
      graduate = contest_.claims.graduate_of(leaving);
    }
  }

  template <class Source>
  Claim offer(Source& source, std::uint32_t posting, Claim claim, bool member) {
    const SeatTerms& terms = contest_.terms[posting];
    SeatHolders& holders = holders_[posting];
    while (locks_[posting].test_and_set(std::memory_order_acquire)) {
    }
    const Claim leaving = holders.offer(claim, member, terms, contest_.hard);
    const Claim before = cutoffs_.of(posting, true);
    const Claim weakest = holders.member_cutoff(terms, contest_.hard);
    cutoffs_.set(posting, holders.open_cutoff(terms, contest_.hard), weakest);
    if (weakest != before) source.tightened(posting, weakest);
    locks_[posting].clear(std::memory_order_release);
    return leaving;
  }

  const ContestTerms& contest_;
  Cutoffs cutoffs_;
  FlatVector<SeatHolders> holders_;
  std::vector<std::atomic_flag> locks_;
};

}  // namespace talentmatch
