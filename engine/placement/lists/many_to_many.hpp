#pragma once
// Mode `lists`: every graduate gets up to m postings, every posting up to its capacity of graduates, stable
// in the many-to-many sense: nobody and no posting who are not together would both rather have each other, be
// it in a free place or in the place of another. By graduate-proposing deferred acceptance (Roth 1984,
// "Stability and polarization of interests in job matching"): of all such outcomes the one that no graduate
// would exchange for another.

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "engine/placement/contest.hpp"
#include "engine/placement/run.hpp"

namespace talentmatch {

// By graduate: the choices that were granted, as indices into ChoiceLists::choices, most wanted first.
struct GrantedLists {
  std::vector<std::uint64_t> first{0};
  std::vector<std::uint64_t> choices;

  std::size_t graduates() const { return first.size() - 1; }
  std::span<const std::uint64_t> of(std::uint32_t graduate) const {
    return std::span{choices}.subspan(first[graduate], first[graduate + 1] - first[graduate]);
  }
};

// The contest's seats are the capacities; it has no reserves. One thread, O(choices asked · log capacity);
// the outcome is unique, so it depends on nothing else. None: cancelled.
std::optional<GrantedLists> accept_many(const ListContest& contest, std::size_t per_graduate,
                                        const PlacementControl& control = {});

struct ListsVerification {
  std::uint64_t over_length = 0;    // graduates with more postings than m, or with one twice
  std::uint64_t over_capacity = 0;  // postings with more graduates than places
  std::uint64_t blocking_pairs = 0;

  bool passed() const { return over_length + over_capacity + blocking_pairs == 0; }
};

// From the definition, by other means than `accept_many`. O(choices).
ListsVerification verify_lists(const ListContest& contest, std::size_t per_graduate,
                               const GrantedLists& granted);

}  // namespace talentmatch
