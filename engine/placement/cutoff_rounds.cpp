#include "engine/placement/cutoff_rounds.hpp"

#include <algorithm>

namespace talentmatch {
namespace {

struct Limits {  // the worst claim taken
  Claim open = kAnyClaim;
  Claim member = kAnyClaim;
};

// Sorted claims of those who came. Members have the reserved seats, the best of all others the rest.
Limits limits_of(std::span<const Claim> claims, const SeatTerms& terms, const ContestTerms& contest) {
  Claim last_reserved = kAnyClaim;
  auto reserved = terms.reserved;
  std::vector<Claim> others;
  for (const Claim claim : claims) {
    if (reserved > 0 && contest.is_member(contest.claims.graduate_of(claim))) {
      if (--reserved == 0) last_reserved = claim;
    } else {
      others.push_back(claim);
    }
  }
  const auto open = terms.seats - terms.reserved + (contest.hard ? 0 : reserved);
  const auto seats = static_cast<std::size_t>(open);
  Limits limits;
  if (others.size() >= seats) limits.open = seats == 0 ? kNoClaim : others[seats - 1];
  if (reserved == 0) limits.member = std::max(limits.open, terms.reserved == 0 ? kNoClaim : last_reserved);
  return limits;
}

}  // namespace

Granted accept_by_rounds(const ListContest& contest) {
  std::vector<Limits> limits(contest.terms.size());
  std::vector<std::uint64_t> at(contest.lists.first.begin(), contest.lists.first.end() - 1);
  for (std::uint32_t g = 0; g < at.size(); ++g) {
    if (contest.has_left(g)) at[g] = contest.lists.first[g + 1];
  }
  const auto taken = [&](std::uint32_t graduate) {
    const Limits& limit = limits[contest.lists.choices[at[graduate]].posting];
    return contest.claim(graduate, at[graduate]) <= (contest.is_member(graduate) ? limit.member : limit.open);
  };
  for (bool moved = true; moved;) {
    moved = false;
    std::vector<std::vector<Claim>> came(contest.terms.size());
    for (std::uint32_t g = 0; g < contest.lists.graduates(); ++g) {
      const auto end = contest.lists.first[g + 1];
      while (at[g] != end && !taken(g)) {
        ++at[g];
        moved = true;
      }
      if (at[g] != end) came[contest.lists.choices[at[g]].posting].push_back(contest.claim(g, at[g]));
    }
    for (std::size_t p = 0; p < came.size(); ++p) {
      std::ranges::sort(came[p]);
      const Limits next = limits_of(came[p], contest.terms[p], contest);
      moved = moved || next.open != limits[p].open || next.member != limits[p].member;
      limits[p] = next;
    }
  }
  Granted granted(contest.lists.graduates(), kNoChoice);
  for (std::uint32_t g = 0; g < granted.size(); ++g) {
    if (at[g] != contest.lists.first[g + 1]) granted[g] = at[g];
  }
  return granted;
}

}  // namespace talentmatch
