#include "engine/placement/seat_change/waiting_lists.hpp"

#include <algorithm>

namespace talentmatch {

std::optional<std::uint32_t> WaitingLists::first(std::uint32_t posting) {
  const WaitingHeads& heads = market_.run().heads();
  const auto known = heads.at(posting);
  if (const auto found = first_of(known, posting)) return found;
  if (heads.are_all(posting)) return std::nullopt;
  Further& further = further_[posting];
  while (true) {
    if (const auto found = first_of(further.graduates, posting)) return found;
    if (further.are_all) return std::nullopt;
    look_further(posting, further.graduates.empty() ? known.back() : further.graduates.back(), further);
  }
}

std::optional<std::uint32_t> WaitingLists::first_of(std::span<const std::uint32_t> graduates,
                                                    std::uint32_t posting) const {
  const auto found = std::ranges::find_if(graduates, [&](auto g) { return market_.wants(g, posting); });
  return found == graduates.end() ? std::nullopt : std::optional{*found};
}

void WaitingLists::look_further(std::uint32_t posting, std::uint32_t last, Further& further) {
  const PlacementResult& result = market_.run().result();
  const Choice of_last = market_.choice(last, posting);
  RankOptions options;
  options.weights = result.weights;
  options.as_of = result.as_of;
  options.perspective = Perspective::employer;
  options.after = PageKey{.score = of_last.employer_view, .posted = kNeverPosted, .id = {}, .version = {}};
  for (options.k = 1024;; options.k *= 4) {
    const auto ranking =
        ranker_.rank(market_.run().field().snapshot(), result.field->posting(posting), options);
    // Of the last value there may be more.
    const auto least = ranking.more ? ranking.results.back().scores.employer_view + 1 : 0;
    const auto found = waiting_among(ranking.results, posting, market_.claim(last, of_last), least);
    if (found.empty() && ranking.more) continue;
    further.are_all = !ranking.more;
    for (const Claim claim : found) {
      further.graduates.push_back(market_.run().claims().graduate_of(claim));
      places_[further.graduates.back()].push_back(posting);
    }
    return;
  }
}

std::vector<Claim> WaitingLists::waiting_among(std::span<const Ranked> ranked, std::uint32_t posting,
                                               Claim after, std::int32_t least) const {
  const Field& field = market_.run().field();
  std::vector<Claim> waiting;
  for (const Ranked& one : ranked) {
    if (one.scores.employer_view < least) continue;
    const auto g = field.find_graduate(field.snapshot().graduate(one.ref).id);
    if (!g || !wants_more(market_.got(*g), one.scores.graduate_view, posting)) continue;
    if (market_.run().result().bans.has(*g, posting)) continue;
    const auto claim = market_.run().claims().by_score(*g, posting, one.scores.employer_view);
    if (claim > after) waiting.push_back(claim);
  }
  std::ranges::sort(waiting);
  return waiting;
}

}  // namespace talentmatch
