#include "engine/placement/max_score/verification.hpp"

#include <algorithm>

#include "engine/ranking/evaluation.hpp"

namespace talentmatch {
namespace {

std::int64_t score_of(const Choice& choice) {
  return mutual_score(choice.employer_view, choice.graduate_view);
}

}  // namespace

MaxScoreVerification verify_max_score(const ChoiceLists& lists, std::span<const std::int32_t> seats,
                                      const MaxScorePlacement& result) {
  MaxScoreVerification found;
  std::vector<std::int32_t> placed(seats.size(), 0);
  Price dual = 0;
  for (std::uint32_t graduate = 0; graduate < lists.graduates(); ++graduate) {
    const auto posting = result.postings[graduate];
    bool listed = posting == kUnplaced;
    Price best_profit = 0;
    for (const Choice& choice : lists.of(graduate)) {
      best_profit = std::max(best_profit, score_of(choice) * result.scale - result.prices[choice.posting]);
      if (choice.posting != posting) continue;
      listed = true;
      found.total += score_of(choice);
    }
    if (!listed) ++found.off_list;
    if (posting != kUnplaced) ++placed[posting];
    dual += best_profit;
  }
  for (std::size_t posting = 0; posting < seats.size(); ++posting) {
    if (seats[posting] != 0) dual += seats[posting] * result.prices[posting];
    found.over_capacity += placed[posting] > seats[posting] ? 1U : 0U;
    found.negative_prices += result.prices[posting] < 0 ? 1U : 0U;
  }
  found.bound = dual / result.scale;
  return found;
}

}  // namespace talentmatch
