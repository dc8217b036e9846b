#include <algorithm>

#include "engine/placement/lists/many_to_many.hpp"

namespace talentmatch {
namespace {

struct Holder {
  Claim claim = kNoClaim;
  std::uint64_t choice = kNoChoice;

  friend auto operator<=>(const Holder&, const Holder&) = default;
};

class ManyToMany {
 public:
  ManyToMany(const ListContest& contest, std::size_t per_graduate)
      : contest_(contest),
        next_(contest.lists.first.begin(), contest.lists.first.end() - 1),
        missing_(next_.size(), per_graduate),
        holders_(contest.terms.size()) {}

  bool run(const std::atomic<bool>* cancel) {
    for (std::uint32_t graduate = 0; graduate < missing_.size(); ++graduate) {
      if (cancel != nullptr && cancel->load(std::memory_order_relaxed)) return false;
      asking_.push_back(graduate);
      while (!asking_.empty()) ask();
    }
    return true;
  }

  GrantedLists result() const {
    std::vector<std::uint8_t> granted(contest_.lists.choices.size(), 0);
    for (const auto& holders : holders_) {
      for (const Holder& holder : holders) granted[holder.choice] = 1;
    }
    GrantedLists lists;
    for (std::uint32_t graduate = 0; graduate < missing_.size(); ++graduate) {
      for (auto choice = contest_.lists.first[graduate]; choice < contest_.lists.first[graduate + 1];
           ++choice) {
        if (granted[choice] != 0) lists.choices.push_back(choice);
      }
      lists.first.push_back(lists.choices.size());
    }
    return lists;
  }

 private:
  // The last of those who still want a posting asks for the next one on their list.
  void ask() {
    const auto graduate = asking_.back();
    if (missing_[graduate] == 0 || next_[graduate] == contest_.lists.first[graduate + 1]) {
      asking_.pop_back();
      return;
    }
    const auto choice = next_[graduate]++;
    --missing_[graduate];
    const Claim leaving = offer({contest_.claim(graduate, choice), choice});
    if (leaving == kNoClaim) return;
    const auto left = contest_.claims.graduate_of(leaving);
    ++missing_[left];
    if (left != graduate) asking_.push_back(left);
  }

  // Who has to leave for it: kNoClaim = nobody, the claim itself = it is turned away.
  Claim offer(Holder offered) {
    const auto posting = contest_.lists.choices[offered.choice].posting;
    auto& holders = holders_[posting];
    const auto capacity = static_cast<std::size_t>(contest_.terms[posting].seats);
    if (holders.size() < capacity) {
      holders.push_back(offered);
      std::ranges::push_heap(holders);
      return kNoClaim;
    }
    if (capacity == 0 || holders.front() < offered) return offered.claim;
    std::ranges::pop_heap(holders);
    std::swap(holders.back(), offered);
    std::ranges::push_heap(holders);
    return offered.claim;
  }

  const ListContest& contest_;
  std::vector<std::uint64_t> next_;           // by graduate: the choice to ask for
  std::vector<std::size_t> missing_;          // by graduate: postings still wanted
  std::vector<std::vector<Holder>> holders_;  // by posting: a heap, the worst claim on top
  std::vector<std::uint32_t> asking_;
};

}  // namespace

std::optional<GrantedLists> accept_many(const ListContest& contest, std::size_t per_graduate,
                                        const PlacementControl& control) {
  ManyToMany matching(contest, per_graduate);
  if (!matching.run(control.cancel)) return std::nullopt;
  return matching.result();
}

}  // namespace talentmatch
