#pragma once
// Small placement problems written as in the literature: who wants what, who is wanted first.

#include <algorithm>
#include <cstdint>
#include <numeric>
#include <vector>

#include "engine/placement/contest.hpp"
#include "engine/placement/verify/standing.hpp"

namespace talentmatch::testing {

inline constexpr int kNobody = -1;
using Matching = std::vector<int>;  // by graduate: the posting, or kNobody

struct Instance {
  std::vector<std::vector<int>> wishes;      // by graduate: postings, most wanted first
  std::vector<std::vector<int>> priorities;  // by posting: graduates, best first; others are not acceptable
  std::vector<SeatTerms> terms;
  std::vector<std::uint8_t> members;
  bool hard = false;

  int place(int graduate, int posting) const {
    const auto& list = priorities[static_cast<std::size_t>(posting)];
    const auto at = std::ranges::find(list, graduate);
    return at == list.end() ? -1 : static_cast<int>(at - list.begin());
  }
};

// The instance as a contest on lists. Not to be moved: the contest points into it.
class InstanceContest {
 public:
  explicit InstanceContest(const Instance& instance)
      : lottery_(instance.wishes.size()), claims_(order(instance)), members_(instance.members) {
    std::iota(lottery_.begin(), lottery_.end(), std::uint64_t{0});
    for (std::size_t g = 0; g < instance.wishes.size(); ++g) {
      std::vector<Choice> list;
      for (const int p : instance.wishes[g]) {
        const int place = instance.place(static_cast<int>(g), p);
        if (place < 0) continue;
        list.push_back({.posting = static_cast<std::uint32_t>(p)});
        places_.push_back(static_cast<std::uint32_t>(place));
      }
      lists_.append(list);
    }
    terms_ = instance.terms;
    hard_ = instance.hard;
  }
  InstanceContest(const InstanceContest&) = delete;

  ListContest contest() const {
    return {{.claims = claims_, .terms = terms_, .members = members_, .hard = hard_}, lists_, places_};
  }
  verify::StandingRules rules() const { return {.lottery = lottery_, .local{}, .groups{}, .order_classes{}}; }
  Matching matching(const Granted& granted) const {
    Matching matching;
    for (const auto choice : granted) {
      matching.push_back(choice == kNoChoice ? kNobody : static_cast<int>(lists_.choices[choice].posting));
    }
    return matching;
  }

 private:
  static std::vector<std::uint32_t> order(const Instance& instance) {
    std::vector<std::uint32_t> order(instance.wishes.size());
    std::iota(order.begin(), order.end(), 0U);
    return order;
  }

  std::vector<std::uint64_t> lottery_;
  Claims claims_;
  std::vector<std::uint8_t> members_;
  std::vector<SeatTerms> terms_;
  bool hard_ = false;
  ChoiceLists lists_;
  std::vector<std::uint32_t> places_;
};

}  // namespace talentmatch::testing
