#pragma once
// A run's input, checked and resolved to rows of a field: what every algorithm of placement/ starts from.

#include <cstdint>
#include <memory>
#include <vector>

#include "engine/placement/contest.hpp"
#include "engine/placement/lottery.hpp"
#include "engine/placement/pair_set.hpp"
#include "engine/placement/run.hpp"

namespace talentmatch {

struct RowPair {
  std::uint32_t graduate = 0;
  std::uint32_t posting = 0;
};

struct PlacementSetup {
  std::shared_ptr<const Field> field;
  Lottery lottery;
  std::vector<std::uint8_t> local;          // by graduate; empty: switched off
  std::vector<std::uint8_t> groups;         // by graduate; empty: none given
  std::vector<std::uint8_t> order_classes;  // by posting: is one; empty as `groups`
  std::vector<std::uint8_t> members;        // by graduate: of the reserve's group; empty: no reserve
  std::vector<std::uint8_t> listed;         // by posting: gave a priority list; empty: none did
  std::vector<RowPair> locks;               // each graduate once
  PairSet bans;
  std::vector<SeatTerms> terms;  // by posting, before anybody is placed
  std::vector<EmployerReserve> reserves;
  bool hard = false;
};

// Errors: see place_stable().
Result<PlacementSetup> set_up(const PlacementInput& input);

// Takes the seats of those who are placed before all others; a member takes a reserved one first. Error:
// infeasible, where seats are lacking, or where `hard` reserved ones are.
Result<void> take_seats(std::span<const RowPair> placed, const PlacementSetup& setup,
                        std::vector<SeatTerms>& terms);

}  // namespace talentmatch
