#include "engine/placement/waiting_list.hpp"

#include <algorithm>
#include <tuple>

#include "engine/ranking/ranker.hpp"

namespace talentmatch {
namespace {

// All who wait, in the posting's order.
std::vector<WaitingGraduate> waiting(const PlacementResult& result, std::uint32_t posting) {
  const Field& field = *result.field;
  RankOptions options;
  options.weights = result.weights;
  options.as_of = result.as_of;
  options.perspective = Perspective::employer;
  options.k = field.snapshot().counts().graduates;
  std::vector<WaitingGraduate> all;
  Ranker ranker;
  for (const Ranked& ranked : ranker.rank(field.snapshot(), field.posting(posting), options).results) {
    const auto g = field.find_graduate(field.snapshot().graduate(ranked.ref).id);
    if (!g || result.assignments[*g].posting == posting || result.bans.has(*g, posting)) continue;
    if (!wants_more(result.assignments[*g], ranked.scores.graduate_view, posting)) continue;
    all.push_back({.graduate = *g,
                   .employer_view = static_cast<std::uint16_t>(ranked.scores.employer_view),
                   .member = !result.members.empty() && result.members[*g] != 0});
  }
  std::ranges::sort(all, {}, [&](const WaitingGraduate& w) {
    const bool from_afar = !result.local.empty() && result.local[w.graduate] == 0;
    return std::tuple{-std::int32_t{w.employer_view}, from_afar, result.lottery[w.graduate], w.graduate};
  });
  return all;
}

}  // namespace

std::vector<WaitingGraduate> waiting_list(const PlacementResult& result, std::uint32_t posting,
                                          std::size_t most) {
  const auto all = waiting(result, posting);
  const PostingOutcome& outcome = result.postings[posting];
  const auto due = [&](std::int64_t n) {
    return outcome.seats == 0 ? 0 : (n * outcome.reserved + outcome.seats - 1) / outcome.seats;
  };
  std::vector<std::uint8_t> listed(all.size());
  std::vector<WaitingGraduate> list;
  std::size_t next = 0;
  std::size_t next_member = 0;
  std::int64_t members = 0;
  while (list.size() < std::min(most, all.size())) {
    while (next_member < all.size() && (listed[next_member] != 0 || !all[next_member].member)) ++next_member;
    while (listed[next] != 0) ++next;
    const bool owed = next_member < all.size() && members < due(std::ssize(list) + 1);
    const std::size_t chosen = owed ? next_member : next;
    listed[chosen] = 1;
    members += all[chosen].member ? 1 : 0;
    list.push_back(all[chosen]);
  }
  return list;
}

}  // namespace talentmatch
