#include <algorithm>

#include "engine/placement/lists/many_to_many.hpp"

namespace talentmatch {
namespace {

// What each posting has: how many, and the worst claim among them.
struct Filled {
  std::int64_t count = 0;
  Claim worst = kNoClaim;
};

std::vector<Filled> filled_postings(const ListContest& contest, const GrantedLists& granted) {
  std::vector<Filled> filled(contest.terms.size());
  for (std::uint32_t graduate = 0; graduate < granted.graduates(); ++graduate) {
    for (const auto choice : granted.of(graduate)) {
      Filled& posting = filled[contest.lists.choices[choice].posting];
      ++posting.count;
      posting.worst = std::max(posting.worst, contest.claim(graduate, choice));
    }
  }
  return filled;
}

bool is_list(const ListContest& contest, std::uint32_t graduate, std::span<const std::uint64_t> choices,
             std::size_t per_graduate) {
  const auto own = [&](std::uint64_t choice) {
    return choice >= contest.lists.first[graduate] && choice < contest.lists.first[graduate + 1];
  };
  return choices.size() <= per_graduate && std::ranges::all_of(choices, own) &&
         std::ranges::adjacent_find(choices, std::greater_equal{}) == choices.end();
}

}  // namespace

ListsVerification verify_lists(const ListContest& contest, std::size_t per_graduate,
                               const GrantedLists& granted) {
  ListsVerification found;
  const auto filled = filled_postings(contest, granted);
  for (std::size_t posting = 0; posting < filled.size(); ++posting) {
    if (filled[posting].count > contest.terms[posting].seats) ++found.over_capacity;
  }
  for (std::uint32_t graduate = 0; graduate < granted.graduates(); ++graduate) {
    const auto choices = granted.of(graduate);
    if (!is_list(contest, graduate, choices, per_graduate)) ++found.over_length;
    // Up to where the graduate would rather have another posting.
    const auto end = choices.size() < per_graduate ? contest.lists.first[graduate + 1]
                     : choices.empty()             ? contest.lists.first[graduate]
                                                   : choices.back();
    for (auto choice = contest.lists.first[graduate]; choice < end; ++choice) {
      if (std::ranges::find(choices, choice) != choices.end()) continue;
      const auto posting = contest.lists.choices[choice].posting;
      const bool has_place = filled[posting].count < contest.terms[posting].seats;
      const bool preferred = contest.claim(graduate, choice) < filled[posting].worst;
      if (has_place || preferred) ++found.blocking_pairs;
    }
  }
  return found;
}

}  // namespace talentmatch
