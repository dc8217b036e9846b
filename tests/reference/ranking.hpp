#pragma once
// Ranked lists of spec 2 by evaluating every pair and sorting once.

#include <string>
#include <vector>

#include "engine/ranking/options.hpp"
#include "tests/reference/pair.hpp"

namespace talentmatch::reference {

struct Proposal {
  std::string id{};
  int score = 0;  // on the chosen perspective
  int employer_view = 0;
  int graduate_view = 0;
  Date posted = kNeverPosted;  // postings only

  friend bool operator==(const Proposal&, const Proposal&) = default;
};

struct Page {
  std::vector<Gate> gates{};  // that the asking record fails by itself
  std::vector<Proposal> results{};
  bool more = false;

  friend bool operator==(const Page&, const Page&) = default;
};

// Top-k postings for a graduate, top-k graduates for a posting; stored or not.
Page recommend(const World& world, const Graduate& graduate, const RankOptions& options);
Page candidates(const World& world, const Posting& posting, const RankOptions& options);

}  // namespace talentmatch::reference
