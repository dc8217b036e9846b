#include "engine/placement/seat_change.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "engine/placement/seat_change/bound_stage.hpp"
#include "engine/placement/seat_change/moving_down.hpp"
#include "engine/placement/seat_change/moving_up.hpp"

namespace talentmatch {
namespace {

// One change after the other, each from a graduate-optimal placement to the next one: first what lets
// graduates move up, then what makes them move down.
class SeatChanger {
 public:
  SeatChanger(const SettledRun& run, Ranker& ranker)
      : market_(run), waiting_(market_, ranker), up_(market_, waiting_) {}

  void apply(const BoundChange& change) {
    for (const auto& placed : change.placed) {
      if (placed.choice) leave_market(placed.graduate, *placed.choice);
    }
    for (const auto& [posting, by] : change.seats) {
      if (by > 0) add(posting, by);
    }
    up_.run();
    move_down(change);
  }

  std::vector<SeatMove> moves() const {
    std::vector<SeatMove> moves;
    for (const auto& [graduate, after] : market_.changed()) {
      const Assignment& before = market_.run().result().assignments[graduate];
      if (before.posting == after.posting && before.reason == after.reason) continue;
      moves.push_back({.graduate = graduate, .before = before, .after = after});
    }
    std::ranges::sort(moves, {}, &SeatMove::graduate);
    return moves;
  }

 private:
  void add(std::uint32_t posting, std::int32_t by) {
    market_.add_seats(posting, by);
    up_.vacate(posting);
  }

  void leave_market(std::uint32_t graduate, const Choice& choice) {
    const Assignment before = market_.got(graduate);
    market_.place_first(graduate, choice);
    if (before.reason == PlacementReason::placed) up_.vacate(before.posting);
    up_.unsettle(graduate);
  }

  void move_down(const BoundChange& change) {
    MovingDown down(market_, market_.touched());
    for (const auto& [posting, by] : change.seats) {
      if (by < 0) market_.add_seats(posting, by);
    }
    for (const auto& [posting, by] : change.seats) {
      if (by < 0) down.shrink(posting);
    }
    for (const auto& placed : change.placed) {
      if (placed.choice) continue;
      market_.place_first(placed.graduate, std::nullopt);
      down.enter(placed.graduate);
    }
  }

  ChangedMarket market_;
  WaitingLists waiting_;
  MovingUp up_;
};

}  // namespace

Result<std::vector<SeatMove>> change_seats(const SettledRun& run, std::uint32_t posting, std::int32_t by,
                                           Ranker& ranker) {
  if (std::int64_t{run.unlocked_seats(posting)} + by < 0) {
    return fail({.code = ErrorCode::infeasible,
                 .field = "seats",
                 .value = std::to_string(by),
                 .detail = fmt::format("{} seats, of which {} can be given up",
                                       run.result().postings[posting].seats, run.unlocked_seats(posting))});
  }
  SeatChanger changer(run, ranker);
  changer.apply(change_bound(run, posting, by));
  return changer.moves();
}

}  // namespace talentmatch
