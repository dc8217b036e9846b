#include "engine/placement/setup.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "engine/placement/local.hpp"
#include "engine/placement/reserve.hpp"
#include "engine/ranking/ranker.hpp"

namespace talentmatch {
namespace {

Result<void> check_policy(const PlacementInput& input) {
  const PlacementPolicy& policy = input.policy;
  if (!policy.gates && !input.choices) {
    return fail({.code = ErrorCode::invalid_option, .field = "policy.gates", .detail = "given choices only"});
  }
  if (!input.priorities.empty() && !input.choices) {
    return fail({.code = ErrorCode::invalid_option, .field = "priorities", .detail = "given choices only"});
  }
  if (!policy.reserve) return {};
  const ReserveByShare& reserve = *policy.reserve;
  if (reserve.percent < 0 || reserve.percent > 100) {
    return fail({.code = ErrorCode::out_of_range,
                 .field = "policy.reserve.percent",
                 .value = std::to_string(reserve.percent),
                 .detail = "0…100"});
  }
  if (reserve.group.levels.empty() && reserve.group.school_kinds.empty()) {
    return fail({.code = ErrorCode::missing_field, .field = "policy.reserve.group"});
  }
  for (const auto& [employer, hired] : reserve.hired) {
    const auto field = fmt::format("policy.reserve.hired.{}", employer);
    if (!input.snapshot->employers().find(employer)) {
      return fail({.code = ErrorCode::unknown_reference, .field = field, .value = excerpt(employer)});
    }
    if (hired < 0) return fail({.code = ErrorCode::out_of_range, .field = field, .detail = "0 or more"});
  }
  return {};
}

Result<std::vector<std::uint8_t>> local_graduates(const Field& field, const LocalPreference& local) {
  for (std::size_t i = 0; i < local.schools.size(); ++i) {
    if (!field.snapshot().schools().find(local.schools[i])) {
      return fail({.code = ErrorCode::unknown_reference,
                   .field = fmt::format("policy.local.schools[{}]", i),
                   .value = excerpt(local.schools[i])});
    }
  }
  const auto local_school = local_schools(field.snapshot(), local);
  if (local_school.empty()) return {};
  std::vector<std::uint8_t> graduates(field.graduates());
  for (std::uint32_t g = 0; g < field.graduates(); ++g) {
    const Slot school = field.graduate(g).school;
    graduates[g] = school == kNoSlot ? std::uint8_t{0} : local_school[school];
  }
  return graduates;
}

// No value in these errors: who is in a priority group is told to nobody.
Result<std::vector<std::uint8_t>> priority_groups(const Field& field,
                                                  const std::vector<PriorityMember>& members) {
  if (members.empty()) return {};
  std::vector<std::uint8_t> groups(field.graduates(), kNoGroup);
  for (std::size_t i = 0; i < members.size(); ++i) {
    const auto name = fmt::format("priority_groups[{}]", i);
    if (members[i].group == kNoGroup) {
      return fail({.code = ErrorCode::out_of_range, .field = name + ".group", .detail = "0…254"});
    }
    if (!field.snapshot().find_graduate(members[i].graduate)) {
      return fail({.code = ErrorCode::unknown_reference, .field = name + ".graduate"});
    }
    const auto graduate = field.find_graduate(members[i].graduate);
    if (!graduate) continue;  // out of scope
    if (groups[*graduate] != kNoGroup) {
      return fail({.code = ErrorCode::duplicate_entry, .field = name + ".graduate"});
    }
    groups[*graduate] = members[i].group;
  }
  return groups;
}

Result<std::optional<RowPair>> find_pair(const Field& field, const PairIds& pair, std::string_view name) {
  const auto unknown = [&](std::string_view side, const std::string& id) {
    return fail({.code = ErrorCode::unknown_reference,
                 .field = fmt::format("{}.{}", name, side),
                 .value = excerpt(id)});
  };
  if (!field.snapshot().find_graduate(pair.graduate)) return unknown("graduate", pair.graduate);
  if (!field.snapshot().find_posting(pair.posting)) return unknown("posting", pair.posting);
  const auto graduate = field.find_graduate(pair.graduate);
  const auto posting = field.find_posting(pair.posting);
  if (!graduate || !posting) return std::optional<RowPair>{};
  return RowPair{*graduate, *posting};
}

Result<PairSet> find_bans(const Field& field, const std::vector<PairIds>& bans) {
  std::vector<std::pair<std::uint32_t, std::uint32_t>> pairs;
  for (std::size_t i = 0; i < bans.size(); ++i) {
    const auto pair = find_pair(field, bans[i], fmt::format("bans[{}]", i));
    if (!pair) return std::unexpected(pair.error());
    if (*pair) pairs.emplace_back((*pair)->graduate, (*pair)->posting);
  }
  return PairSet(std::move(pairs));
}

std::string failed_gate_names(const Snapshot& snapshot, const PairIds& pair, Date as_of) {
  const auto graduate = snapshot.graduate(*snapshot.find_graduate(pair.graduate));
  const auto posting = snapshot.posting(*snapshot.find_posting(pair.posting));
  const auto failed = failed_gates(graduate, posting, pair_context(snapshot, graduate, posting, as_of));
  std::string names;
  for (std::size_t gate = 0; gate < words<Gate>.size(); ++gate) {
    if (!failed.has(static_cast<Gate>(gate))) continue;
    names += names.empty() ? "" : ", ";
    names += words<Gate>[gate];
  }
  return names;
}

Result<std::vector<RowPair>> find_locks(const PlacementInput& input, const Field& field,
                                        const PairSet& bans) {
  std::vector<RowPair> locks;
  std::vector<std::uint8_t> locked(field.graduates());
  for (std::size_t i = 0; i < input.locks.size(); ++i) {
    const auto name = fmt::format("locks[{}]", i);
    const auto pair = find_pair(field, input.locks[i], name);
    if (!pair) return std::unexpected(pair.error());
    const auto refuse = [&](std::string why) {
      return fail({.code = ErrorCode::infeasible, .field = name, .detail = std::move(why)});
    };
    const auto gates = failed_gate_names(field.snapshot(), input.locks[i], input.as_of);
    if (input.policy.gates && !gates.empty()) return refuse(gates);
    if (!*pair) return refuse("out of scope");
    if (bans.has((*pair)->graduate, (*pair)->posting)) return refuse("banned as well");
    if (locked[(*pair)->graduate] != 0) return refuse("the graduate is locked twice");
    locked[(*pair)->graduate] = 1;
    locks.push_back(**pair);
  }
  return locks;
}

std::vector<SeatTerms> terms_of(const Field& field, std::span<const std::int32_t> reserved) {
  std::vector<SeatTerms> terms(field.postings());
  for (std::uint32_t p = 0; p < terms.size(); ++p) {
    terms[p] = {.seats = field.seats(p), .reserved = reserved.empty() ? 0 : reserved[p]};
  }
  return terms;
}

Result<void> change_seats(const PlacementInput& input, Field& field) {
  for (std::size_t i = 0; i < input.seat_changes.size(); ++i) {
    const SeatChange& change = input.seat_changes[i];
    const auto refuse = [&](ErrorCode code, std::string detail) {
      return fail({.code = code,
                   .field = fmt::format("seat_changes[{}]", i),
                   .value = excerpt(change.posting),
                   .detail = std::move(detail)});
    };
    if (!field.snapshot().find_posting(change.posting)) return refuse(ErrorCode::unknown_reference, "");
    const auto posting = field.find_posting(change.posting);
    if (!posting) return refuse(ErrorCode::infeasible, "not open or out of scope");
    if (std::int64_t{field.seats(*posting)} + change.by < 0) {
      return refuse(ErrorCode::infeasible, fmt::format("{} seats left", field.seats(*posting)));
    }
    field.add_seats(*posting, change.by);
  }
  return {};
}

// Stores the value and passes on the error.
template <class T>
Result<void> keep(Result<T> result, T& kept) {
  if (!result) return std::unexpected(result.error());
  kept = std::move(*result);
  return {};
}

}  // namespace

Result<PlacementSetup> set_up(const PlacementInput& input) {
  if (auto checked = check(input.weights); !checked) return std::unexpected(checked.error());
  if (auto checked = check_policy(input); !checked) return std::unexpected(checked.error());
  PlacementSetup setup;
  const auto made = std::make_shared<Field>(input.snapshot, input.scope, input.as_of, input.policy.gates);
  if (auto changed = change_seats(input, *made); !changed) return std::unexpected(changed.error());
  setup.field = made;
  const Field& field = *setup.field;
  auto found = keep(local_graduates(field, input.policy.local), setup.local);
  if (found) found = keep(priority_groups(field, input.priority_groups), setup.groups);
  if (found) found = keep(find_bans(field, input.bans), setup.bans);
  if (found) found = keep(find_locks(input, field, setup.bans), setup.locks);
  if (!found) return std::unexpected(found.error());
  setup.lottery = draw(field, input.seed);
  if (!setup.groups.empty()) {
    for (std::uint32_t p = 0; p < field.postings(); ++p) {
      setup.order_classes.push_back(field.posting(p).kind == PostingKind::order_class ? 1 : 0);
    }
  }
  std::vector<std::int32_t> reserved;
  if (input.policy.reserve) {
    setup.members = members_of(field, input.policy.reserve->group);
    Reserves reserves = reserve_seats(field, *input.policy.reserve, setup.members, input.as_of);
    reserved = std::move(reserves.seats);
    setup.reserves = std::move(reserves.employers);
    setup.hard = input.policy.reserve->hard;
  }
  setup.terms = terms_of(field, reserved);
  if (!input.priorities.empty()) setup.listed.resize(field.postings());
  for (const GivenPriorities& list : input.priorities) {
    if (const auto posting = field.find_posting(list.posting)) setup.listed[*posting] = 1;
  }
  return setup;
}

Result<void> take_seats(std::span<const RowPair> placed, const PlacementSetup& setup,
                        std::vector<SeatTerms>& terms) {
  for (const RowPair& pair : placed) {
    SeatTerms& left = terms[pair.posting];
    --left.seats;
    if (left.reserved > 0 && !setup.members.empty() && setup.members[pair.graduate] != 0) --left.reserved;
  }
  for (const RowPair& pair : placed) {
    SeatTerms& left = terms[pair.posting];
    const auto refuse = [&](std::string_view what) {
      return fail({.code = ErrorCode::infeasible,
                   .field = "locks",
                   .value = std::string(setup.field->posting_id(pair.posting)),
                   .detail = std::string(what)});
    };
    if (left.seats < 0) return refuse("more locks than seats");
    if (left.reserved > left.seats && setup.hard)
      return refuse("locks leave too few seats for the hard reserve");
    left.reserved = std::min(left.reserved, left.seats);
  }
  return {};
}

}  // namespace talentmatch
