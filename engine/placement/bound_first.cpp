#include "engine/placement/bound_first.hpp"

#include <algorithm>

#include "engine/ranking/row_lists.hpp"

namespace talentmatch {
namespace {

std::vector<Slot> employers_of(const GraduateFacts& graduate) {
  std::vector<Slot> employers;
  for (const OwnTie& tie : graduate.ties) {
    if (tie.kind == GraduateTieKind::bound && tie.employer != kNoSlot) employers.push_back(tie.employer);
  }
  std::ranges::sort(employers);
  const auto repeated = std::ranges::unique(employers);
  employers.erase(repeated.begin(), repeated.end());
  return employers;
}

RowLists postings_by_employer(const Field& field) {
  std::vector<std::pair<std::uint32_t, std::uint32_t>> pairs;
  pairs.reserve(field.postings());
  for (std::uint32_t p = 0; p < field.postings(); ++p) pairs.emplace_back(field.posting(p).employer, p);
  return RowLists(pairs);
}

}  // namespace

GivenLists bound_lists(const PlacementSetup& setup, const GivenLists* given,
                       std::span<const std::uint8_t> left, const Weights& weights, Date as_of) {
  const Field& field = *setup.field;
  const RowLists by_employer = given == nullptr ? postings_by_employer(field) : RowLists{};
  GivenLists bound;
  const auto copy = [&](std::uint32_t g, std::span<const Slot> employers) {
    for (auto i = given->lists.first[g]; i < given->lists.first[g + 1]; ++i) {
      const Choice& choice = given->lists.choices[i];
      if (!std::ranges::binary_search(employers, field.posting(choice.posting).employer)) continue;
      bound.lists.choices.push_back(choice);
      if (!given->places.empty()) bound.places.push_back(given->places[i]);
    }
  };
  const auto score = [&](std::uint32_t g, std::span<const Slot> employers) {
    const auto first = bound.lists.choices.size();
    for (const Slot employer : employers) {
      for (const auto p : by_employer[employer]) {
        if (setup.bans.has(g, p) || !passes_gates(field, g, p, as_of)) continue;
        bound.lists.choices.push_back(choice_of(field, g, p, weights, as_of));
      }
    }
    std::ranges::sort(bound.lists.choices.begin() + static_cast<std::ptrdiff_t>(first),
                      bound.lists.choices.end(), [](const Choice& a, const Choice& b) {
                        return a.graduate_view != b.graduate_view ? a.graduate_view > b.graduate_view
                                                                  : a.posting < b.posting;
                      });
  };
  for (std::uint32_t g = 0; g < field.graduates(); ++g) {
    if (left[g] == 0) {
      const auto employers = employers_of(field.graduate(g));
      given != nullptr ? copy(g, employers) : score(g, employers);
    }
    bound.lists.append({});
  }
  return bound;
}

}  // namespace talentmatch
