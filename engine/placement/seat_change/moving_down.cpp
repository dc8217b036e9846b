#include "engine/placement/seat_change/moving_down.hpp"

namespace talentmatch {
namespace {

PageKey page_after(const PostingFacts& posting, std::int32_t graduate_view) {
  return {.score = graduate_view, .posted = posting.posted, .id = std::string(posting.id), .version = {}};
}

WishKey key_of(const Assignment& got) {
  return wish_key(got.graduate_view, got.posting);
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
  const WishKey lost = key_of(market_.got(graduate));
  market_.take_out(graduate);
  ask(graduate, lost);
}

void MovingDown::ask(std::uint32_t graduate, std::optional<WishKey> last) {
  while (const auto choice = next(graduate, last)) {
    market_.move(graduate, *choice);
    if (market_.free_seats(choice->posting) >= 0) return;
    graduate = market_.last_holder(choice->posting);
    last = key_of(market_.got(graduate));
    market_.take_out(graduate);
  }
}

std::optional<Choice> MovingDown::next(std::uint32_t graduate, std::optional<WishKey> last) {
  const PlacementResult& result = market_.run().result();
  const Field& field = market_.run().field();
  RankOptions options;
  options.weights = result.weights;
  options.as_of = result.as_of;
  options.perspective = Perspective::graduate;
  if (last) {
    const auto posting = field.posting(static_cast<std::uint32_t>(*last));
    options.after = page_after(posting, 1000 - static_cast<std::int32_t>(*last >> 32U));
  }
  for (options.k = 64;; options.k *= 4) {
    const auto ranking = ranker_.rank(field.snapshot(), field.graduate(graduate), options);
    for (const Ranked& wish : ranking.results) {
      const auto posting = field.find_posting(field.snapshot().posting(wish.ref).id);
      if (!posting || result.bans.has(graduate, *posting)) continue;
      const Choice choice{.posting = *posting,
                          .graduate_view = static_cast<std::uint16_t>(wish.scores.graduate_view),
                          .employer_view = static_cast<std::uint16_t>(wish.scores.employer_view)};
      if (market_.claim(graduate, choice) <= market_.cutoff(*posting)) return choice;
    }
    if (!ranking.more) return std::nullopt;
    const Ranked& end = ranking.results.back();
    options.after = page_after(field.snapshot().posting(end.ref), end.scores.graduate_view);
  }
}

}  // namespace talentmatch
