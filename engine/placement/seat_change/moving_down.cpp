#include "engine/placement/seat_change/moving_down.hpp"

#include <algorithm>

#include "engine/placement/given_lists.hpp"

namespace talentmatch {
namespace {

WishKey wish_of(const Assignment& got) {
  return wish_key(got.graduate_view, got.posting);
}
WishKey wish_of(const Choice& choice) {
  return wish_key(choice.graduate_view, choice.posting);
}

}  // namespace

void MovingDown::shrink(std::uint32_t posting) {
  while (market_.free_seats(posting) < 0) leave(posting);
}

void MovingDown::enter(std::uint32_t graduate) {
  ask(graduate, std::nullopt);
}

void MovingDown::leave(std::uint32_t posting) {
  const auto graduate = market_.last_holder(posting);
  const WishKey lost = wish_of(market_.got(graduate));
  market_.take_out(graduate);
  ask(graduate, lost);
}

void MovingDown::ask(std::uint32_t graduate, std::optional<WishKey> last) {
  while (const auto choice = next(graduate, last)) {
    market_.move(graduate, *choice);
    if (market_.free_seats(choice->posting) >= 0) return;
    graduate = market_.last_holder(choice->posting);
    last = wish_of(market_.got(graduate));
    market_.take_out(graduate);
  }
}

std::optional<Choice> MovingDown::next(std::uint32_t graduate, std::optional<WishKey> last) {
  const PlacementResult& result = market_.run().result();
  auto best = next_open(graduate, last);
  for (const auto posting : touched_) {
    if (result.bans.has(graduate, posting)) continue;
    const Choice choice = market_.choice(graduate, posting);
    if (best && wish_of(choice) >= wish_of(*best)) continue;
    if (!takes(graduate, choice, last)) continue;
    if (passes_gates(market_.run().field(), graduate, posting, result.as_of)) best = choice;
  }
  return best;
}

// The first of those that the run's cutoffs leave open is most often open still.
std::optional<Choice> MovingDown::next_open(std::uint32_t graduate, std::optional<WishKey> last) {
  for (std::size_t k = 8;; k *= 4) {
    FewBest best(k);
    search_.find(graduate, true, best);
    const auto found = best.sorted();
    const auto open = std::ranges::find_if(
        found, [&](const FewBest::Item& item) { return takes(graduate, item.choice, last); });
    if (open != found.end()) return open->choice;
    if (found.size() < k) return std::nullopt;
  }
}

bool MovingDown::takes(std::uint32_t graduate, const Choice& choice, std::optional<WishKey> last) {
  return (!last || wish_of(choice) > *last) &&
         market_.claim(graduate, choice) <= market_.cutoff(choice.posting);
}

}  // namespace talentmatch
