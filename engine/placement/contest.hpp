#pragma once
// The bare problem that the algorithms and the verifier share: lists, claims, seats. Whoever is placed by
// hand or by a tie has already left it, with the seat.

#include <cstdint>
#include <span>
#include <vector>

#include "engine/placement/choice_lists.hpp"
#include "engine/placement/claims.hpp"

namespace talentmatch {

struct SeatTerms {
  std::int32_t seats = 0;
  std::int32_t reserved = 0;  // for members, at most `seats`
};

// What holds at every posting. Spans outlive the contest.
struct ContestTerms {
  const Claims& claims;
  std::span<const SeatTerms> terms;       // by posting
  std::span<const std::uint8_t> members;  // by graduate: of the reserve's group; empty = nobody
  bool hard = false;                      // reserved seats that no member claims stay empty
  std::span<const std::uint8_t> left{};   // by graduate: has a place already; empty = nobody

  bool is_member(std::uint32_t graduate) const { return !members.empty() && members[graduate] != 0; }
  bool has_left(std::uint32_t graduate) const { return !left.empty() && left[graduate] != 0; }
};

inline constexpr std::uint32_t kByScore = 0xFFFF'FFFF;

struct ListContest : ContestTerms {
  const ChoiceLists& lists;
  std::span<const std::uint32_t> places;  // by choice: in the posting's given list, or kByScore; empty = all

  Claim claim(std::uint32_t graduate, std::uint64_t choice) const {
    const Choice& c = lists.choices[choice];
    if (!places.empty() && places[choice] != kByScore) {
      return claims.by_place(graduate, c.posting, places[choice]);
    }
    return claims.by_score(graduate, c.posting, c.employer_view);
  }
};

// The worst claims that a posting still takes: of one outside the group, of a member.
struct ClaimLimits {
  Claim open = kAnyClaim;
  Claim member = kAnyClaim;

  friend bool operator==(const ClaimLimits&, const ClaimLimits&) = default;
};

inline constexpr std::uint64_t kNoChoice = ~std::uint64_t{0};

// By graduate: the index of the choice that was granted, in ChoiceLists::choices, or kNoChoice.
using Granted = std::vector<std::uint64_t>;

}  // namespace talentmatch
