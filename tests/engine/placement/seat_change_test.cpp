// What a change of seats changes, found from the finished run, against a whole new run.

#include "engine/placement/seat_change.hpp"

#include <catch2/catch.hpp>

#include "tests/engine/placement/dense_market.hpp"
#include "tests/engine/placement/random_input.hpp"
#include "tests/support/seeds.hpp"

using namespace talentmatch;
using namespace talentmatch::testing;

namespace {

bool same_place(const Assignment& a, const Assignment& b) {
  return a.posting == b.posting && a.employer_view == b.employer_view && a.graduate_view == b.graduate_view &&
         a.reason == b.reason;
}

class Base {
 public:
  Base(PlacementInput input, std::size_t waiting) : input_(std::move(input)) {
    auto result = place_stable(input_);
    if (!result) FAIL(message(result.error(), Language::en));
    result_ = std::make_shared<const PlacementResult>(*std::move(result));
    run_ = SettledRun::make(result_, input_.policy.bound_first, {}, waiting);
  }

  const PlacementResult& result() const { return *result_; }
  std::string posting_id(std::uint32_t posting) const {
    return std::string(result_->field->posting_id(posting));
  }
  Result<std::vector<SeatMove>> moves(std::uint32_t posting, std::int32_t by) {
    return change_seats(*run_, posting, by, ranker_);
  }

  // True: somebody moves.
  bool check(std::uint32_t posting, std::int32_t by) {
    CAPTURE(posting_id(posting), by);
    PlacementInput changed = input_;
    changed.seat_changes.push_back({posting_id(posting), by});
    const auto whole = place_stable(changed);
    const auto moves = this->moves(posting, by);
    REQUIRE(moves.has_value() == whole.has_value());
    if (!whole) {
      CHECK(moves.error().code == ErrorCode::infeasible);
      CHECK(whole.error().code == ErrorCode::infeasible);
      return false;
    }
    compare(*whole, *moves);
    return !moves->empty();
  }

 private:
  void compare(const PlacementResult& whole, const std::vector<SeatMove>& moves) {
    std::vector<Assignment> after = result_->assignments;
    for (const SeatMove& move : moves) {
      CHECK(move.before == after[move.graduate]);
      CHECK_FALSE((move.before.posting == move.after.posting && move.before.reason == move.after.reason));
      after[move.graduate] = move.after;
    }
    for (std::uint32_t g = 0; g < after.size(); ++g) {
      CAPTURE(g, after[g].posting, whole.assignments[g].posting);
      CHECK(same_place(after[g], whole.assignments[g]));
    }
  }

  PlacementInput input_;
  std::shared_ptr<const PlacementResult> result_;
  std::shared_ptr<const SettledRun> run_;
  Ranker ranker_;
};

// Few are known to wait before anybody asks, so that searches have to find more.
std::size_t random_waiting(Dice& dice) {
  return dice.pick<std::size_t>({1, 2, WaitingHeads::kUsual});
}

PlacementInput without_quotas(PlacementInput input) {
  input.policy.reserve.reset();
  input.priority_groups.clear();
  return input;
}

}  // namespace

TEST_CASE("dense markets: a change of seats moves whom a whole run moves") {
  std::size_t moved = 0;
  const auto seeds = world_seeds(Catch::rngSeed(), 4000);
  for (const auto seed : seeds) {
    INFO("TALENTMATCH_SEED=" << seed);
    Dice dice(seed);
    PlacementInput input = dense_input(dice);
    if (!place_stable(input)) input.locks.clear();
    Base base(input, random_waiting(dice));
    for (int i = 0; i < 4 && base.result().field->postings() > 0; ++i) {
      const auto posting = static_cast<std::uint32_t>(dice.below(base.result().field->postings()));
      moved += base.check(posting, dice.between(1, 5) * (dice.chance(50) ? 1 : -1)) ? 1U : 0U;
    }
  }
  CHECK(moved > seeds.size());
}

TEST_CASE("more seats where those who have too few ask: cycles of many") {
  for (const auto seed : world_seeds(Catch::rngSeed() + 1, 300)) {
    INFO("TALENTMATCH_SEED=" << seed);
    Dice dice(seed);
    PlacementInput input = dense_input(dice, {.most_graduates = 60, .most_postings = 30, .most_seats = 2});
    if (!place_stable(input)) input.locks.clear();
    Base base(input, random_waiting(dice));
    for (std::uint32_t p = 0; p < std::min(6U, base.result().field->postings()); ++p) {
      base.check(p, dice.between(1, 3));
    }
  }
}

TEST_CASE("random worlds: a change of seats moves whom a whole run moves") {
  for (const auto seed : world_seeds(Catch::rngSeed() + 2, 500)) {
    INFO("TALENTMATCH_SEED=" << seed);
    WorldFixture f(seed);
    Base base(without_quotas(random_input(f.market.snapshot(), f)), random_waiting(f.dice));
    for (int i = 0; i < 3 && base.result().field->postings() > 0; ++i) {
      const auto posting = static_cast<std::uint32_t>(f.dice.below(base.result().field->postings()));
      base.check(posting, f.dice.between(1, 5) * (f.dice.chance(50) ? 1 : -1));
    }
  }
}

TEST_CASE("a posting that closes, one that takes everybody, one without a change") {
  for (const auto seed : world_seeds(Catch::rngSeed() + 3, 300)) {
    INFO("TALENTMATCH_SEED=" << seed);
    Dice dice(seed);
    PlacementInput input = dense_input(dice);
    input.locks.clear();
    Base base(input, random_waiting(dice));
    for (std::uint32_t p = 0; p < base.result().field->postings(); ++p) {
      base.check(p, -base.result().postings[p].seats);
      base.check(p, 1000);
      CHECK(base.moves(p, 0).value().empty());
    }
  }
}

TEST_CASE("a posting that the run had closed gets its seats back") {
  for (const auto seed : world_seeds(Catch::rngSeed() + 4, 300)) {
    INFO("TALENTMATCH_SEED=" << seed);
    Dice dice(seed);
    PlacementInput input = dense_input(dice);
    input.locks.clear();
    const Base open(input, 1);
    const auto posting = static_cast<std::uint32_t>(dice.below(open.result().field->postings()));
    const auto seats = open.result().postings[posting].seats;
    input.seat_changes = {{open.posting_id(posting), -seats}};
    Base closed(input, random_waiting(dice));
    closed.check(posting, dice.between(1, seats));
  }
}

// G1 sits at P1 and wants P2 more, G2 sits at P2 and wants P1 more. P1 would rather have H than G2, so they
// cannot change places; P has taken X instead of H. With one more seat P takes H, and nothing is left to
// fill; only then may G1 and G2 change places.
TEST_CASE("a cycle that somebody stood in the way of is found, away from the chain of vacancies") {
  HandMadeMarket market;
  constexpr int kAtP = 0, kAtP1 = 1, kAtP2 = 2;
  constexpr int kA = 0, kB = 1, kC = 2, kD = 3;
  market.put(market.graduate("G1", {kAtP2, kAtP1}, {kA, kD}));
  market.put(market.graduate("G2", {kAtP1, kAtP2}, {kB}));
  market.put(market.graduate("H", {kAtP, kAtP1}, {kA}));
  market.put(market.graduate("X", {kAtP}, {kC}));
  market.put(market.posting("P", kAtP, {kC}));
  market.put(market.posting("P1", kAtP1, {kA, kD}));
  market.put(market.posting("P2", kAtP2, {kB}));
  Base base(market.input(), WaitingHeads::kUsual);
  const Field& field = *base.result().field;
  const auto row = [&](const char* id) { return *field.find_posting(id); };
  const auto posting_of = [&](const char* graduate) {
    return base.result().assignments[*field.find_graduate(graduate)].posting;
  };
  REQUIRE(posting_of("G1") == row("P1"));
  REQUIRE(posting_of("G2") == row("P2"));
  REQUIRE(posting_of("H") == kUnplaced);
  REQUIRE(posting_of("X") == row("P"));
  CHECK(base.check(row("P"), 1));
  const auto moves = base.moves(row("P"), 1);
  REQUIRE(moves);
  REQUIRE(moves->size() == 3);
  CHECK(moves->at(0).after.posting == row("P2"));
  CHECK(moves->at(1).after.posting == row("P1"));
  CHECK(moves->at(2).after.posting == row("P"));
}
