#include "engine/placement/best_choices.hpp"

#include <algorithm>

#include "engine/placement/in_order.hpp"
#include "engine/ranking/ranker.hpp"

namespace talentmatch {
namespace {

RankOptions options_of(const PlacementInput& input, Perspective perspective) {
  RankOptions options;
  options.perspective = perspective;
  options.weights = input.weights;
  options.as_of = input.as_of;
  options.kinds = input.scope.kinds;
  options.employers = input.scope.employers;
  options.regions = input.scope.regions;
  return options;
}

bool wanted_more(const Choice& a, const Choice& b) {
  return a.graduate_view != b.graduate_view ? a.graduate_view > b.graduate_view : a.posting < b.posting;
}

class Chooser {
 public:
  Chooser(const Field& field, const RankOptions& options, const PairSet& bans, std::size_t length)
      : field_(field), options_(options), bans_(bans), length_(length) {}

  std::vector<Choice> choose(std::uint32_t graduate) {
    options_.k = length_ + bans_.of(graduate).size();
    std::vector<Choice> list;
    for (const Ranked& ranked :
         ranker_.rank(field_.snapshot(), field_.graduate(graduate), options_).results) {
      const auto posting = field_.find_posting(field_.snapshot().posting(ranked.ref).id);
      if (!posting || bans_.has(graduate, *posting) || list.size() == length_) continue;
      list.push_back({.posting = *posting,
                      .graduate_view = static_cast<std::uint16_t>(ranked.scores.graduate_view),
                      .employer_view = static_cast<std::uint16_t>(ranked.scores.employer_view)});
    }
    std::ranges::sort(list, wanted_more);
    return list;
  }

 private:
  const Field& field_;
  RankOptions options_;
  const PairSet& bans_;
  const std::size_t length_;
  Ranker ranker_;
};

}  // namespace

std::optional<ChoiceLists> best_choices(const Field& field, const PlacementInput& input, const PairSet& bans,
                                        const BestChoices& wanted, const PlacementControl& control) {
  const auto options = options_of(input, wanted.perspective);
  std::vector<std::vector<Choice>> lists(field.graduates());
  const bool finished = for_each_in_order(lists.size(), control, [&] {
    return [&, chooser = Chooser(field, options, bans, wanted.length)](std::size_t i) mutable {
      lists[i] = chooser.choose(static_cast<std::uint32_t>(i));
    };
  });
  if (!finished) return std::nullopt;
  ChoiceLists joined;
  for (auto& list : lists) {
    joined.append(list);
    list = {};
  }
  return joined;
}

}  // namespace talentmatch
