#include "engine/placement/seat_change/moving_up.hpp"

#include <algorithm>

namespace talentmatch {

void MovingUp::unsettle(std::uint32_t graduate) {
  waiting_.for_each_posting(graduate, [&](std::uint32_t posting) { unsettled_.push_back(posting); });
}

void MovingUp::run() {
  fill_vacant();
  while (!unsettled_.empty()) {
    const auto cycle = find_cycle(unsettled_.back());
    if (cycle.empty()) {
      unsettled_.pop_back();
    } else {
      rotate(cycle);
    }
  }
}

void MovingUp::fill_vacant() {
  while (!vacant_.empty()) {
    const auto posting = vacant_.back();
    const auto next = market_.free_seats(posting) > 0 ? waiting_.first(posting) : std::nullopt;
    if (!next) {
      vacant_.pop_back();
      continue;
    }
    const auto left = market_.got(*next).posting;
    move_up(*next, posting);
    if (left != kUnplaced) vacant_.push_back(left);
  }
}

void MovingUp::move_up(std::uint32_t graduate, std::uint32_t posting) {
  market_.move(graduate, market_.choice(graduate, posting));
  unsettle(graduate);
}

std::vector<std::uint32_t> MovingUp::find_cycle(std::uint32_t posting) {
  std::vector<std::uint32_t> path;
  const auto settle = [&] {
    for (const auto passed : path) settled_in_[passed] = round_;
  };
  while (settled_in_[posting] != round_) {
    if (const auto met = std::ranges::find(path, posting); met != path.end()) return {met, path.end()};
    path.push_back(posting);
    const auto first = market_.free_seats(posting) > 0 ? std::nullopt : waiting_.first(posting);
    if (!first || market_.got(*first).posting == kUnplaced) break;
    posting = market_.got(*first).posting;
  }
  settle();
  return {};
}

// Who moves in at a posting leaves the next one of the cycle, so all keep as many holders.
void MovingUp::rotate(const std::vector<std::uint32_t>& cycle) {
  std::vector<std::uint32_t> firsts;
  firsts.reserve(cycle.size());
  for (const auto posting : cycle) firsts.push_back(*waiting_.first(posting));
  for (std::size_t i = 0; i < cycle.size(); ++i) move_up(firsts[i], cycle[i]);
  ++round_;
}

}  // namespace talentmatch
