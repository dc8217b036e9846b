#pragma once
// One placement of a cohort (spec 3): what goes in, what comes out. The same input gives the same result on
// any number of threads and in any order of its lists. A run proposes; it changes nothing.

#include <array>
#include <atomic>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "engine/model/error.hpp"
#include "engine/placement/field.hpp"
#include "engine/placement/pair_set.hpp"
#include "engine/placement/policy.hpp"
#include "engine/ranking/options.hpp"

namespace talentmatch {

enum class PlacementMode : std::uint8_t { stable, max_score, lists };
template <>
inline constexpr std::array<std::string_view, 3> words<PlacementMode>{"stable", "max_score", "lists"};

struct PairIds {
  std::string graduate;
  std::string posting;
};

// Lists given by people instead of those from scores. `line` is where an error is reported.
struct GivenChoices {
  std::string graduate;
  std::vector<std::string> choices;  // postings, most wanted first
  std::size_t line = 0;
};
struct GivenPriorities {
  std::string posting;
  std::vector<std::vector<std::string>> priorities;  // graduates, best first; an inner list is a tie
  std::size_t line = 0;
};

// Which group of an order class's own graduates comes first (0), next (1), …; those not named come last. Held
// for the run only: no result, log or answer names it.
struct PriorityMember {
  std::string graduate;
  std::uint8_t group = 0;  // 0…254
};

// What if a posting had more seats, or fewer.
struct SeatChange {
  std::string posting;
  std::int32_t by = 0;
};

struct PlacementInput {
  std::shared_ptr<const Snapshot> snapshot;
  Date as_of;
  PlacementScope scope;
  Weights weights;
  PlacementMode mode = PlacementMode::stable;
  PlacementPolicy policy;
  std::vector<PairIds> locks;                        // stay as they are
  std::vector<PairIds> bans;                         // never together
  std::uint64_t seed = 0;                            // of the lottery
  std::optional<std::vector<GivenChoices>> choices;  // none: every list from scores, unlimited
  std::vector<GivenPriorities> priorities;           // only with `choices`
  std::vector<PriorityMember> priority_groups;
  std::vector<SeatChange> seat_changes;
};

// Watched while a run computes; both may be left out. `progress` is called by one thread at a time with
// 0…1000, never falling.
struct PlacementControl {
  std::function<void(int)> progress;
  const std::atomic<bool>* cancel = nullptr;
  // A tier of postings is gone through region by region from this number on: a matter of speed.
  std::uint32_t wide_tier = 128;
};

inline constexpr std::uint32_t kUnplaced = 0xFFFF'FFFF;

enum class PlacementReason : std::uint8_t {
  placed,
  locked,               // by hand
  bound,                // to the employer, before all others
  no_eligible_posting,  // no posting on the graduate's list may take them
  all_filled,           // every eligible posting is filled by others with better claims
  list_exhausted,       // the same for a given list: other postings might have taken them
};
template <>
inline constexpr std::array<std::string_view, 6> words<PlacementReason>{
    "placed", "locked", "bound", "no_eligible_posting", "all_filled", "list_exhausted"};

struct Assignment {
  std::uint32_t posting = kUnplaced;  // row of the field
  std::uint32_t rank = 0;             // in the graduate's own list, from 1; 0 = none or not on it (locked)
  std::uint16_t employer_view = 0;    // E
  std::uint16_t graduate_view = 0;    // S
  PlacementReason reason = PlacementReason::no_eligible_posting;

  friend bool operator==(const Assignment&, const Assignment&) = default;
};

// Placed before all others, and so out of the market: they ask for nothing more.
constexpr bool has_left_market(const Assignment& got) {
  return got.reason == PlacementReason::locked || got.reason == PlacementReason::bound;
}

// Does who got this want, and ask for, a posting with this S more? Between equals the smaller row wins.
constexpr bool wants_more(const Assignment& got, std::int32_t graduate_view, std::uint32_t posting) {
  if (has_left_market(got)) return false;
  if (got.posting == kUnplaced) return true;
  return graduate_view != got.graduate_view ? graduate_view > got.graduate_view : posting < got.posting;
}

// The last graduate admitted to a posting's seats of one kind, once these are full: whoever comes after in
// the posting's order is not. `open`: seats are left, nobody is kept out.
struct Cutoff {
  bool open = true;
  bool shut = false;                // no seat of the kind at all
  std::uint16_t employer_view = 0;  // E; in a given priority list the place, from 0
  std::uint64_t lottery = 0;        // smaller is better
};

struct PostingOutcome {
  std::int32_t seats = 0;            // at the start
  std::int32_t reserved = 0;         // of these, for the group
  std::int32_t filled = 0;           // locked and bound ones included
  std::int32_t filled_reserved = 0;  // by members of the group, at most `reserved`
  std::int32_t released = 0;         // reserved seats that others took (soft)
  Cutoff open;                       // for all
  Cutoff reserve;                    // for members of the group on reserved seats; open where none is full

  std::int32_t free() const { return seats - filled; }
};

// How an employer's reserve came about.
struct EmployerReserve {
  Slot employer = kNoSlot;
  std::int64_t plan = 0;        // hires planned, or the seats in scope
  std::int64_t hired = 0;       // of the group so far
  std::int64_t need = 0;        // what is left to reserve, at most `able_seats`
  std::int64_t able_seats = 0;  // of postings that some member in scope may take
};

// What the independent verifier found: all zero, or the result is wrong.
struct Verification {
  std::uint64_t over_capacity = 0;   // postings with more graduates than seats
  std::uint64_t gate_failures = 0;   // proposed pairs that fail a gate, are banned or not on both lists
  std::uint64_t quota_failures = 0;  // postings whose reserve is not kept
  std::uint64_t blocking_pairs = 0;
  std::uint64_t pairs_checked = 0;  // evaluated one by one; the others provably cannot block

  friend Verification operator+(const Verification& a, const Verification& b) {
    return {.over_capacity = a.over_capacity + b.over_capacity,
            .gate_failures = a.gate_failures + b.gate_failures,
            .quota_failures = a.quota_failures + b.quota_failures,
            .blocking_pairs = a.blocking_pairs + b.blocking_pairs,
            .pairs_checked = a.pairs_checked + b.pairs_checked};
  }
  bool passed() const { return over_capacity + gate_failures + quota_failures + blocking_pairs == 0; }
};

struct PlacementResult {
  std::shared_ptr<const Field> field;
  Date as_of;
  Weights weights;
  std::vector<std::uint8_t> members;      // by graduate: of the reserve's group; empty: no reserve
  std::vector<std::uint8_t> local;        // by graduate: comes first at equal E; empty: switched off
  PairSet bans;                           // rows of the field
  std::vector<Assignment> assignments;    // by graduate of the field
  std::vector<std::uint64_t> lottery;     // by graduate
  std::vector<PostingOutcome> postings;   // by posting of the field
  std::vector<EmployerReserve> reserves;  // by employer id
  Verification verification;
  std::uint64_t hash = 0;  // of ids and assignments: equal runs have equal hashes
};

// Mode `stable`: the graduate-optimal stable placement, verified. Errors, with field ("locks[3].graduate",
// "choices", "policy.reserve.percent") and value: unknown_reference, duplicate_entry, out_of_range,
// invalid_option, invalid_weights; infeasible for a lock that fails a gate, is banned, is repeated or exceeds
// the seats, and for a hard reserve above the seats that locks leave, for fewer seats than none; cancelled.
Result<PlacementResult> place_stable(const PlacementInput& input, const PlacementControl& control = {});

}  // namespace talentmatch
