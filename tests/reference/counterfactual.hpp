#pragma once
// What a change of one record would open (spec 2), by ranking before and after.

#include <optional>
#include <string>
#include <vector>

#include "tests/reference/ranking.hpp"

namespace talentmatch::reference {

template <class R>
struct Change {
  std::string what;  // "certificate X001 2", "kind internship", "min_level 2"
  R record;          // as it would be
};

// Each certificate and level not held on the day, each further kind, wishes_only off.
std::vector<Change<Graduate>> changes(const Vocabulary& vocabulary, const Graduate& graduate, Date day);
// min_level one step lower, each required certificate dropped or one level lower, majors_strict off,
// fresh_graduates allowed.
std::vector<Change<Posting>> changes(const Vocabulary& vocabulary, const Posting& posting);

struct Effect {
  int opens = 0;                    // pairs that pass all gates after minus before
  std::optional<int> score_before;  // of the k-th proposal, none if there are fewer
  std::optional<int> score_after;

  friend bool operator==(const Effect&, const Effect&) = default;
};

Effect effect(const World& world, const Graduate& before, const Graduate& after, const RankOptions& options);
Effect effect(const World& world, const Posting& before, const Posting& after, const RankOptions& options);

}  // namespace talentmatch::reference
