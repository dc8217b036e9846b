#include "engine/ranking/kth_score.hpp"

namespace talentmatch {

KthScore::KthScore(const Ranking& top, std::size_t k, Perspective perspective) : k_(k) {
  for (const Ranked& ranked : top.results) ++counts_[static_cast<std::size_t>(ranked.scores.of(perspective))];
  if (k != 0 && top.results.size() >= k) floor_ = top.results[k - 1].scores.of(perspective);
}

std::optional<std::int32_t> KthScore::after(std::span<const Rise> rises) const {
  if (k_ == 0 || rises.empty()) return before();
  auto counts = counts_;
  for (const Rise& rise : rises) {
    ++counts[static_cast<std::size_t>(rise.after)];
    if (rise.before > floor_) --counts[static_cast<std::size_t>(rise.before)];
  }
  std::size_t better = 0;
  for (std::int32_t score = kMaxScore; score > floor_; --score) {
    better += static_cast<std::size_t>(counts[static_cast<std::size_t>(score)]);
    if (better >= k_) return score;
  }
  return before();
}

}  // namespace talentmatch
