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

std::vector<std::uint32_t> in_prefix_order(std::span<const std::uint8_t> members, std::int32_t seats,
                                           std::int32_t reserved, std::size_t most) {
  const auto due = [&](std::int64_t n) { return seats == 0 ? 0 : (n * reserved + seats - 1) / seats; };
  std::vector<std::uint8_t> listed(members.size());
  std::vector<std::uint32_t> list;
  std::uint32_t next = 0;
  std::uint32_t next_member = 0;
  std::int64_t listed_members = 0;
  while (list.size() < std::min(most, members.size())) {
    while (next_member < members.size() && (listed[next_member] != 0 || members[next_member] == 0)) {
      ++next_member;
    }
    while (listed[next] != 0) ++next;
    const bool owed = next_member < members.size() && listed_members < due(std::ssize(list) + 1);
    const auto chosen = owed ? next_member : next;
    listed[chosen] = 1;
    listed_members += members[chosen];
    list.push_back(chosen);
  }
  return list;
}

std::vector<WaitingGraduate> waiting_list(const PlacementResult& result, std::uint32_t posting,
                                          std::size_t most) {
  const auto all = waiting(result, posting);
  std::vector<std::uint8_t> members;
  members.reserve(all.size());
  for (const WaitingGraduate& one : all) members.push_back(one.member ? 1 : 0);
  const PostingOutcome& outcome = result.postings[posting];
  std::vector<WaitingGraduate> list;
  for (const auto at : in_prefix_order(members, outcome.seats, outcome.reserved, most)) {
    list.push_back(all[at]);
  }
  return list;
}

}  // namespace talentmatch
