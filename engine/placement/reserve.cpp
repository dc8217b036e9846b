#include "engine/placement/reserve.hpp"

#include <algorithm>
#include <numeric>

#include "engine/placement/able_postings.hpp"

namespace talentmatch {
namespace {

struct EmployerSeats {
  std::vector<std::uint32_t> postings;  // of the field
  std::int64_t seats = 0;
};

bool bound_by(const ReserveByShare& policy, const EmployerRow& employer) {
  return policy.sizes.empty() ||
         (employer.size && std::ranges::find(policy.sizes, *employer.size) != policy.sizes.end());
}

std::vector<EmployerSeats> seats_by_employer(const Field& field, const ReserveByShare& policy) {
  std::vector<EmployerSeats> by_slot(field.snapshot().employers().slots());
  for (std::uint32_t p = 0; p < field.postings(); ++p) {
    const Slot employer = field.posting(p).employer;
    if (employer == kNoSlot || !bound_by(policy, field.snapshot().employers()[employer])) continue;
    by_slot[employer].postings.push_back(p);
    by_slot[employer].seats += field.seats(p);
  }
  return by_slot;
}

std::int64_t hired_so_far(const ReserveByShare& policy, const std::string& employer) {
  const auto at = policy.hired.find(employer);
  return at == policy.hired.end() ? 0 : at->second;
}

}  // namespace

std::vector<std::int32_t> apportion(std::int64_t need, std::span<const ReserveShare> shares) {
  std::int64_t all = 0;
  for (const ReserveShare& share : shares) all += share.seats;
  std::vector<std::int32_t> given(shares.size());
  if (all == 0) return given;
  std::vector<std::int64_t> remainders(shares.size());
  std::int64_t left = need;
  for (std::size_t i = 0; i < shares.size(); ++i) {
    given[i] = static_cast<std::int32_t>(need * shares[i].seats / all);
    remainders[i] = need * shares[i].seats % all;
    left -= given[i];
  }
  std::vector<std::size_t> order(shares.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::ranges::sort(order, [&](std::size_t a, std::size_t b) {
    return remainders[a] != remainders[b] ? remainders[a] > remainders[b] : shares[a].id < shares[b].id;
  });
  for (std::size_t i = 0; i < static_cast<std::size_t>(left); ++i) ++given[order[i]];
  return given;
}

Reserves reserve_seats(const Field& field, const ReserveByShare& policy,
                       std::span<const std::uint8_t> members, Date as_of) {
  const EmployerTable& employers = field.snapshot().employers();
  auto by_slot = seats_by_employer(field, policy);
  std::vector<std::uint32_t> asked;
  for (const auto& employer : by_slot)
    asked.insert(asked.end(), employer.postings.begin(), employer.postings.end());
  const auto able = able_postings(field, members, asked, as_of);
  Reserves reserves{.seats = std::vector<std::int32_t>(field.postings()), .employers = {}};
  for (Slot slot = 0; slot < by_slot.size(); ++slot) {
    EmployerSeats& employer = by_slot[slot];
    if (employer.postings.empty()) continue;
    EmployerReserve reserve{.employer = slot,
                            .plan = employers[slot].hiring_plan.value_or(0),
                            .hired = hired_so_far(policy, employers.id_of(slot))};
    if (!employers[slot].hiring_plan) reserve.plan = employer.seats;
    std::erase_if(employer.postings, [&](std::uint32_t p) { return able[p] == 0; });
    std::vector<ReserveShare> shares;
    for (const auto p : employer.postings) {
      shares.push_back({field.posting_id(p), field.seats(p)});
      reserve.able_seats += field.seats(p);
    }
    const auto due = (policy.percent * reserve.plan + 99) / 100 - reserve.hired;
    reserve.need = std::clamp<std::int64_t>(due, 0, reserve.able_seats);
    const auto given = apportion(reserve.need, shares);
    for (std::size_t i = 0; i < given.size(); ++i) reserves.seats[employer.postings[i]] = given[i];
    reserves.employers.push_back(reserve);
  }
  std::ranges::sort(reserves.employers, {}, [&](const EmployerReserve& r) -> const std::string& {
    return employers.id_of(r.employer);
  });
  return reserves;
}

bool belongs_to(const Snapshot& snapshot, const GraduateFacts& graduate, const GraduateGroup& group) {
  const auto among = [](const auto& list, auto value) {
    return list.empty() || std::ranges::find(list, value) != list.end();
  };
  const bool school =
      group.school_kinds.empty() ||
      (graduate.school != kNoSlot && among(group.school_kinds, snapshot.schools()[graduate.school].kind));
  return school && among(group.levels, graduate.level);
}

std::vector<std::uint8_t> members_of(const Field& field, const GraduateGroup& group) {
  std::vector<std::uint8_t> members(field.graduates());
  for (std::uint32_t g = 0; g < field.graduates(); ++g) {
    members[g] = belongs_to(field.snapshot(), field.graduate(g), group) ? 1 : 0;
  }
  return members;
}

}  // namespace talentmatch
