#include "tests/engine/placement/random_input.hpp"

#include <set>

#include "engine/ranking/ranker.hpp"

namespace talentmatch::testing {
namespace {

PlacementPolicy random_policy(const Snapshot& snapshot, const RandomWorld& world, Dice& dice) {
  PlacementPolicy policy;
  policy.bound_first = dice.chance(70);
  if (dice.chance(60)) {
    ReserveByShare reserve;
    reserve.percent = dice.between(0, 100);
    if (dice.chance(70)) reserve.group.levels = {Level::secondary, Level::junior_college};
    if (dice.chance(50) || reserve.group.levels.empty()) {
      reserve.group.school_kinds = {SchoolKind::secondary, SchoolKind::junior_college,
                                    SchoolKind::technician};
    }
    if (dice.chance(30)) reserve.sizes = {EmployerSize::large, EmployerSize::medium};
    if (dice.chance(30)) reserve.hired[dice.pick(world.records.employers).id] = dice.between(0, 3);
    reserve.hard = dice.chance(30);
    policy.reserve = reserve;
  }
  if (dice.chance(40)) policy.local.schools = {dice.pick(world.records.schools).id};
  if (dice.chance(20)) policy.local.regions = {snapshot.catalog().resolve_region("410000")->id};
  return policy;
}

// A few pairs that pass the gates, each graduate and each posting once.
std::vector<PairIds> random_pairs(const PlacementInput& input, std::size_t most, Dice& dice) {
  const Snapshot& snapshot = *input.snapshot;
  std::vector<PairIds> pairs;
  std::set<std::string> postings;
  snapshot.for_each_graduate([&](RowRef, const GraduateFacts& graduate) {
    if (pairs.size() == most || dice.chance(60)) return;
    RankOptions options;
    options.as_of = input.as_of;
    options.k = 3;
    const auto ranking = rank_exhaustively(snapshot, graduate, options);
    if (ranking.results.empty()) return;
    const auto posting = std::string(snapshot.posting(dice.pick(ranking.results).ref).id);
    if (postings.insert(posting).second) pairs.push_back({std::string(graduate.id), posting});
  });
  return pairs;
}

}  // namespace

PlacementInput random_input(const std::shared_ptr<const Snapshot>& snapshot, WorldFixture& f) {
  PlacementInput input;
  input.snapshot = snapshot;
  input.as_of = f.dice.pick(f.world.palette.dates);
  input.seed = f.dice.below(1000);
  if (f.dice.chance(30)) input.weights = {{100, 200, 300, 400}, {0, 0, 1000, 0}};
  if (f.dice.chance(30)) input.weights = {{0, 0, 500, 500}, {500, 500, 0, 0}};
  input.policy = random_policy(*snapshot, f.world, f.dice);
  // A lock may leave too little for a hard reserve; that is another test's matter.
  const bool hard = input.policy.reserve && input.policy.reserve->hard;
  if (!hard && f.dice.chance(50)) input.locks = random_pairs(input, 2, f.dice);
  if (f.dice.chance(50)) {
    for (const PairIds& pair : random_pairs(input, 3, f.dice)) {
      const auto same = [&](const PairIds& lock) {
        return lock.graduate == pair.graduate && lock.posting == pair.posting;
      };
      if (std::ranges::none_of(input.locks, same)) input.bans.push_back(pair);
    }
  }
  if (f.dice.chance(40)) {
    for (const Graduate& graduate : f.world.records.graduates) {
      if (f.dice.chance(40)) {
        input.priority_groups.push_back({graduate.id, static_cast<std::uint8_t>(f.dice.between(0, 2))});
      }
    }
  }
  return input;
}

PlacementInput with_given_lists(PlacementInput input) {
  input.choices.emplace();
  RankOptions options;
  options.perspective = Perspective::graduate;
  options.weights = input.weights;
  options.as_of = input.as_of;
  options.k = input.snapshot->counts().postings;
  input.snapshot->for_each_graduate([&](RowRef, const GraduateFacts& graduate) {
    GivenChoices list{.graduate = std::string(graduate.id), .choices = {}};
    options.exclude.clear();
    for (const PairIds& ban : input.bans) {
      if (ban.graduate == graduate.id) options.exclude.push_back(ban.posting);
    }
    for (const Ranked& ranked : rank_exhaustively(*input.snapshot, graduate, options).results) {
      list.choices.emplace_back(input.snapshot->posting(ranked.ref).id);
    }
    input.choices->push_back(std::move(list));
  });
  return input;
}

}  // namespace talentmatch::testing
