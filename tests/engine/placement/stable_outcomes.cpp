#include "tests/engine/placement/stable_outcomes.hpp"

namespace talentmatch::testing {
namespace {

// Whom the posting keeps of these: spec 3, "Reserve by share".
std::vector<int> chosen(const Instance& instance, int posting, std::vector<int> asking) {
  const SeatTerms terms = instance.terms[static_cast<std::size_t>(posting)];
  std::ranges::sort(asking, {}, [&](int g) { return instance.place(g, posting); });
  std::vector<int> kept;
  std::vector<int> others;
  for (const int g : asking) {
    const bool member = !instance.members.empty() && instance.members[static_cast<std::size_t>(g)] != 0;
    (member && std::ssize(kept) < terms.reserved ? kept : others).push_back(g);
  }
  const auto open = terms.seats - (instance.hard ? terms.reserved : static_cast<int>(kept.size()));
  for (int i = 0; i < open && i < std::ssize(others); ++i)
    kept.push_back(others[static_cast<std::size_t>(i)]);
  std::ranges::sort(kept);
  return kept;
}

std::vector<int> holders(const Matching& matching, int posting) {
  std::vector<int> holders;
  for (std::size_t g = 0; g < matching.size(); ++g) {
    if (matching[g] == posting) holders.push_back(static_cast<int>(g));
  }
  return holders;
}

}  // namespace

std::size_t rank_of(const Instance& instance, std::size_t graduate, int posting) {
  const auto& list = instance.wishes[graduate];
  return static_cast<std::size_t>(std::ranges::find(list, posting) - list.begin());
}

bool is_stable(const Instance& instance, const Matching& matching) {
  for (int p = 0; p < std::ssize(instance.terms); ++p) {
    const auto held = holders(matching, p);
    if (chosen(instance, p, held) != held) return false;
  }
  for (std::size_t g = 0; g < matching.size(); ++g) {
    for (std::size_t i = 0; i < rank_of(instance, g, matching[g]); ++i) {
      const int p = instance.wishes[g][i];
      if (instance.place(static_cast<int>(g), p) < 0) continue;
      auto asking = holders(matching, p);
      asking.push_back(static_cast<int>(g));
      const auto kept = chosen(instance, p, asking);
      if (std::ranges::find(kept, static_cast<int>(g)) != kept.end()) return false;
    }
  }
  return true;
}

std::vector<Matching> stable_outcomes(const Instance& instance) {
  std::vector<Matching> stable;
  Matching matching(instance.wishes.size(), kNobody);
  const auto extend = [&](auto& self, std::size_t g) -> void {
    if (g == matching.size()) {
      if (is_stable(instance, matching)) stable.push_back(matching);
      return;
    }
    matching[g] = kNobody;
    self(self, g + 1);
    for (const int p : instance.wishes[g]) {
      if (instance.place(static_cast<int>(g), p) < 0) continue;
      matching[g] = p;
      self(self, g + 1);
    }
    matching[g] = kNobody;
  };
  extend(extend, 0);
  return stable;
}

}  // namespace talentmatch::testing
